/** Long work of the server, in the status bar: how far it is, and a way to stop it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';

const STOP = 'declarationLens.stopReading';

export interface ProgressBar extends vscode.Disposable {
  readonly middleware: Pick<Middleware, 'handleWorkDoneProgress'>;
  /** The client whose server works; it is made after its middleware. */
  of(client: BaseLanguageClient): void;
}

/** The editor's own progress in the status bar cannot be stopped, and a notification would be too loud for work in the background. */
export function progressBar(): ProgressBar {
  const item = vscode.window.createStatusBarItem('declarationLens.progress', vscode.StatusBarAlignment.Left, -1000);
  item.name = 'Declaration Lens: Reading the Library';
  item.command = STOP;
  item.tooltip = 'Select to stop. What has been read stays known; restarting the server reads the rest.';
  let working: { readonly token: string | number; readonly title: string } | undefined;
  let client: BaseLanguageClient | undefined;
  const show = (message: string | undefined) => {
    item.text = `$(loading~spin) ${working?.title ?? ''}${message ? `: ${message}` : ''}`;
    item.accessibilityInformation = { label: `${working?.title ?? ''} ${message ?? ''}. Select to stop.`, role: 'button' };
    item.show();
  };
  const end = () => {
    working = undefined;
    item.hide();
  };
  const stop = vscode.commands.registerCommand(STOP, () => {
    if (working) void client?.sendNotification('window/workDoneProgress/cancel', { token: working.token });
    end();
  });
  return {
    of(made) {
      client = made;
      made.onDidChangeState(end);
    },
    middleware: {
      handleWorkDoneProgress(token, params) {
        if (params.kind === 'begin') {
          working = { token, title: params.title };
          show(params.message);
        } else if (working?.token !== token) return;
        else if (params.kind === 'end') end();
        else show(params.message);
      },
    },
    dispose: () => vscode.Disposable.from(item, stop).dispose(),
  };
}
