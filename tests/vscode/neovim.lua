-- Another editor: headless Neovim (0.7 or later) against `declaration-lens lsp --stdio`.
-- Reads DECLARATION_LENS (the command line's file) and DECLARATION_FILE (the document).
local passed, failed = 0, 0
local function say(...) io.stdout:write(table.concat(vim.tbl_map(tostring, { ... }), ' ') .. '\n') end
local function check(name, ok, detail)
  if ok then passed = passed + 1 say('  ✓ ' .. name) else failed = failed + 1 say('  ✗ ' .. name, detail or '') end
end
local ok, trouble = pcall(function()
  local file = vim.env.DECLARATION_FILE
  vim.o.hidden = true
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'declaration-lens',
    cmd = { vim.env.NODE or 'node', vim.env.DECLARATION_LENS, 'lsp', '--stdio' },
    root_dir = vim.fn.fnamemodify(file, ':h'),
  })
  vim.lsp.buf_attach_client(buffer, id)
  local function place(text)
    for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local at = line:find(text, 1, true)
      if at then vim.api.nvim_set_current_buf(buffer) vim.api.nvim_win_set_cursor(0, { row, at }) return end
    end
    error(text .. ' is not in ' .. file)
  end
  check('the server initialises', vim.wait(20000, function()
    local client = vim.lsp.get_client_by_id(id)
    return client and client.initialized
  end, 50))
  local function codes() return vim.tbl_map(function(d) return d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code) end, vim.diagnostic.get(buffer)) end
  check('diagnostics arrive', vim.wait(20000, function() return vim.tbl_contains(codes(), 'unknown-paragraph') end, 50), vim.inspect(codes()))

  place('para. 4')
  vim.lsp.buf.hover()
  local float
  vim.wait(20000, function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        float = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), ' ')
        return true
      end
    end
  end, 50)
  check('hover shows the paragraph', float and float:find('cooperative', 1, true) ~= nil, float)

  place('para. 4')
  vim.lsp.buf.definition()
  local arrived = vim.wait(20000, function() return vim.api.nvim_get_current_buf() ~= buffer end, 50)
  check('definition opens the declaration as a file', arrived, vim.api.nvim_buf_get_name(0))
  local line = vim.api.nvim_get_current_line()
  check('and stands at the paragraph', line:find('The Alliance commits to engage', 1, true) ~= nil, line)

  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/semanticTokens/full', { textDocument = vim.lsp.util.make_text_document_params(buffer) }, 20000)
  local data
  for _, answer in pairs(answers or {}) do data = answer.result and answer.result.data end
  check('semantic tokens come on request', type(data) == 'table' and #data > 0 and #data % 5 == 0, vim.inspect(answers))
  vim.lsp.stop_client(id)
  check('the server stops when asked', vim.wait(20000, function() return vim.lsp.get_client_by_id(id) == nil end, 50))
end)
if not ok then failed = failed + 1 say('  ✗', trouble) end
say(passed .. ' passed, ' .. failed .. ' failed')
vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
