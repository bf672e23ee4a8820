/** The extension in the browser. */
