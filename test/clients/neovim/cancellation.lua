local settings = { rules = { ['cancellation/forward-abort-signal'] = 'warn' } }

-- One server for each project; it ends with Neovim.
local clients = {}

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'javascript', 'javascriptreact', 'typescript', 'typescriptreact' },
  callback = function(event)
    local folder = vim.fn.fnamemodify(event.file, ':p:h')
    local marker = vim.fn.findfile('package.json', folder .. ';')
    local root = marker == '' and folder or vim.fn.fnamemodify(marker, ':p:h')
    clients[root] = clients[root] or vim.lsp.start_client({
      name = 'cancellation',
      cmd = { 'cancellation-language-server', '--stdio' },
      root_dir = root,
      settings = { cancellation = settings },
      -- Neovim 0.7 hands on no others.
      init_options = settings,
      on_exit = function() clients[root] = nil end,
    })
    vim.lsp.buf_attach_client(event.buf, clients[root])
  end,
})
