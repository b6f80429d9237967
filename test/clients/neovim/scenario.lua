-- What a user does in Neovim, step by step; run by test/clients/run-clients.ts after cancellation.lua.

local function report(line)
  vim.fn.writefile({ line }, vim.env.CLIENT_REPORT, 'a')
end

local function wait_for(what, find)
  local found
  local is_there = vim.wait(30000, function()
    found = find()
    return found
  end, 10)
  if not is_there then error('waited in vain for ' .. what, 0) end
  return found
end

local function open(file)
  vim.cmd('edit ' .. file)
end

local function findings()
  return vim.diagnostic.get(0)
end

local function find_finding(rule)
  return wait_for(rule, function()
    for _, finding in ipairs(findings()) do
      if finding.code == 'cancellation/' .. rule then return finding end
    end
  end)
end

local function report_finding(rule)
  local finding = find_finding(rule)
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  local severity = vim.diagnostic.severity[finding.severity]:lower():gsub('^warn$', 'warning')
  report(string.format('%s %d:%d %s', severity, finding.lnum + 1, finding.col + 1, finding.code))
end

-- Chooses from the menu that `vim.lsp.buf.code_action()` shows.
local function choose(title)
  local offered = {}
  vim.ui.select = function(items, _, on_choice)
    for index, item in ipairs(items) do
      offered[index] = item[2].title
      if vim.startswith(item[2].title, title) then return on_choice(item, index) end
    end
    on_choice(nil)
  end
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  wait_for('"' .. title .. '" among: ' .. table.concat(offered, ', '), function()
    return vim.api.nvim_buf_get_changedtick(0) > before
  end)
  wait_for('the end of the finding', function() return #findings() == 0 end)
  report('gone')
  vim.cmd('write')
end

local function hovered()
  vim.lsp.buf.hover()
  return wait_for('a hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), ' ')
      end
    end
  end)
end

local is_done, failure = pcall(function()
  open('fixed.ts')
  report_finding('no-swallowed-abort')
  choose('Throw `signal`')

  open('disabled.ts')
  report_finding('no-swallowed-abort')
  choose('Disable')

  open('typed.ts')
  report_finding('forward-abort-signal')

  vim.fn.search('AbortSignal')
  vim.fn.search('signal', 'b')
  report('hover ' .. hovered())
end)
if not is_done then report('failed ' .. failure) end
vim.cmd('qall!')
