" What a user does in Vim with ALE, step by step; run by test/clients/run-clients.ts after cancellation.vim.

set nomore nobackup
" ALE would also run what npm puts on the path, such as a TypeScript server.
let g:ale_linters = {'typescript': ['cancellation']}
let g:ale_hover_to_preview = 1

function! s:Report(line) abort
  call writefile([a:line], $CLIENT_REPORT, 'a')
endfunction

function! s:WaitFor(what, Find) abort
  let l:start = reltime()
  while !a:Find()
    if reltimefloat(reltime(l:start)) > 30 | throw 'waited in vain for ' . a:what | endif
    sleep 10m
  endwhile
endfunction

function! s:Findings() abort
  return filter(copy(ale#engine#GetLoclist(bufnr(''))), 'v:val.linter_name is# "cancellation"')
endfunction

function! s:ReportFinding(rule) abort
  call s:WaitFor(a:rule, {-> !empty(filter(s:Findings(), {_, each -> get(each, 'code', '') is# 'cancellation/' . a:rule}))})
  let l:finding = s:Findings()[0]
  call cursor(l:finding.lnum, l:finding.col)
  let l:severity = l:finding.type is# 'E' ? 'error' : 'warning'
  call s:Report(printf('%s %d:%d %s', l:severity, l:finding.lnum, l:finding.col, l:finding.code))
endfunction

" Chooses from the menu that `:ALECodeAction` shows.
function! s:Choose(title) abort
  let s:before = b:changedtick
  let s:title = a:title
  function! ale#util#Input(menu, ...) abort
    for l:line in split(a:menu, "\n")
      if l:line =~# '^\d\+) ' . s:title | return matchstr(l:line, '^\d\+') | endif
    endfor
    let s:menu = a:menu
    return ''
  endfunction
  ALECodeAction
  call s:WaitFor(a:title, {-> b:changedtick > s:before})
  " Vim tells of a change before it waits for a key, which it never does in a script.
  doautocmd TextChanged
  call s:WaitFor('the end of the finding', {-> empty(s:Findings())})
  call s:Report('gone')
  write
endfunction

function! s:Scenario() abort
  try
    edit fixed.ts
    call s:ReportFinding('no-swallowed-abort')
    call s:Choose('Throw `signal`')

    edit disabled.ts
    call s:ReportFinding('no-swallowed-abort')
    call s:Choose('Disable')

    edit typed.ts
    call s:ReportFinding('forward-abort-signal')

    call search('signal:')
    ALEHover
    call s:WaitFor('a hover', {-> !empty(filter(range(1, winnr('$')), 'getwinvar(v:val, "&previewwindow")'))})
    wincmd P
    call s:Report('hover ' . join(getline(1, '$')))
  catch
    call s:Report('failed ' . v:exception)
  endtry
  qall!
endfunction

autocmd VimEnter * ++nested call s:Scenario()
