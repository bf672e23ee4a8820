-- Neovim, headless, against the language server: initialise, diagnostics, hover, definition. Driven by tests/neovim.mjs.
local out = function(...) io.stdout:write(table.concat(vim.tbl_map(tostring, { ... }), ' ') .. '\n') end
local passed, failed = 0, 0
local check = function(name, ok, detail)
  if ok then
    passed = passed + 1
    out('ok', name)
  else
    failed = failed + 1
    out('NOT OK', name, detail or '')
  end
end

-- The cursor on the first occurrence of the words, one letter in.
local go = function(words)
  for i, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(words, 1, true)
    if at then return vim.api.nvim_win_set_cursor(0, { i, at }) end
  end
  error('not in the text: ' .. words)
end

local float = function()
  for _, w in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(w).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(w), 0, -1, false), '\n')
    end
  end
end

local ok, err = pcall(function()
  local file = vim.env.LENS_FILE
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buf = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({ name = 'declaration-lens', cmd = { 'node', vim.env.LENS_CLI, 'lsp', '--stdio' }, root_dir = vim.fn.fnamemodify(file, ':h') })
  vim.lsp.buf_attach_client(buf, id)
  check('the server initialises', vim.wait(10000, function()
    local c = vim.lsp.get_client_by_id(id)
    return c and c.initialized
  end, 50))

  check('a paragraph that does not exist is reported', vim.wait(10000, function() return #vim.diagnostic.get(buf) > 0 end, 50))
  local d = vim.diagnostic.get(buf)[1] or {}
  check('with its message and code', d.message and d.message:find('There is no paragraph 9', 1, true) and d.code == 'unknown-paragraph', vim.inspect(d))

  go('para. 4')
  vim.lsp.buf.hover()
  vim.wait(10000, function() return float() ~= nil end, 50)
  check('hovering a pinpoint shows the paragraph', (float() or ''):find('Nuclear Consultative', 1, true) ~= nil, float())

  go('para. 4')
  vim.lsp.buf.definition()
  check('its definition is a file', vim.wait(10000, function() return vim.api.nvim_buf_get_name(0):find('washington%-declaration%.md$') ~= nil end, 50), vim.api.nvim_buf_get_name(0))
  local line = vim.api.nvim_get_current_line()
  check('and the cursor is at the paragraph', line:find('The Alliance commits to engage', 1, true) ~= nil, line)

  local reply = vim.lsp.buf_request_sync(buf, 'textDocument/semanticTokens/full', { textDocument = { uri = vim.uri_from_bufnr(buf) } }, 10000)
  local data
  for _, v in pairs(reply or {}) do data = v.result and v.result.data end
  check('semantic tokens are answered', type(data) == 'table' and #data > 0 and #data % 5 == 0, vim.inspect(reply))

  vim.lsp.stop_client(id)
  check('the server stops when asked', vim.wait(10000, function() return vim.lsp.get_client_by_id(id) == nil end, 50))
end)
if not ok then
  failed = failed + 1
  out('NOT OK exception', err)
end
out(passed .. ' passed, ' .. failed .. ' failed')
vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
