packadd! ale
filetype plugin on

function! CancellationRoot(buffer) abort
  let l:marker = ale#path#FindNearestFile(a:buffer, 'package.json')
  return empty(l:marker) ? expand('#' . a:buffer . ':p:h') : fnamemodify(l:marker, ':h')
endfunction

for s:filetype in ['javascript', 'javascriptreact', 'typescript', 'typescriptreact']
  call ale#linter#Define(s:filetype, {
  \   'name': 'cancellation',
  \   'lsp': 'stdio',
  \   'executable': 'cancellation-language-server',
  \   'command': '%e --stdio',
  \   'project_root': function('CancellationRoot'),
  \   'lsp_config': {'cancellation': {'rules': {'cancellation/forward-abort-signal': 'warn'}}},
  \ })
endfor
