<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
    <context>
        <name>flowdesk</name>
        <message>
            <location filename="flowdesk/gui/about.py" />
            <source>About flowdesk</source>
            <translation>flowdesk 정보</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/about.py" />
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <location filename="flowdesk/gui/export/dialog.py" />
            <location filename="flowdesk/gui/inspector/head.py" />
            <location filename="flowdesk/gui/log/log_menu.py" />
            <location filename="flowdesk/gui/panels/problem_menu.py" />
            <source>&amp;Copy</source>
            <translation>복사(&amp;C)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/about.py" />
            <source>Copy the versions, for a report</source>
            <translation>버그 신고용 버전 복사</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/about.py" />
            <source>Licensed under the Apache License 2.0.</source>
            <translation>Apache License 2.0에 따라 배포됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/about.py" />
            <location filename="flowdesk/gui/start/page.py" />
            <source>Pipelines with a contract</source>
            <translation>계약이 있는 파이프라인</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/actions.py" />
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>No pipeline is open</source>
            <translation>열린 파이프라인이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/answer_label.py" />
            <source>Answer: {text}</source>
            <translation>답변: {text}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <location filename="flowdesk/gui/part_strip.py" />
            <source>Show the file</source>
            <translation>파일 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <source>This is run #{number} of {moment}, not the file as it is now.</source>
            <translation>지금의 파일이 아니라 {moment}의 실행 #{number}입니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <source>This is run #{number} of {moment}, not the file as it is now, which has {errors}.</source>
            <translation>지금의 파일이 아니라 {moment}의 실행 #{number}입니다. 지금 파일에는 {errors}가 있습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <location filename="flowdesk/gui/checked_file.py" />
            <location filename="flowdesk/gui/stale_strip.py" />
            <location filename="flowdesk/gui/tabs/tab.py" />
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} error</source>
            <translation>오류 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <location filename="flowdesk/gui/checked_file.py" />
            <location filename="flowdesk/gui/stale_strip.py" />
            <location filename="flowdesk/gui/tabs/tab.py" />
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} errors</source>
            <translation>오류 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/bug_dialog.py" />
            <source>A bug in flowdesk</source>
            <translation>flowdesk의 버그</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/bug_dialog.py" />
            <source>Report</source>
            <translation>보고서</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/bug_dialog.py" />
            <source>This should not have happened</source>
            <translation>일어나지 않아야 할 일이 일어났습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/bug_dialog.py" />
            <source>&amp;Copy the report</source>
            <translation>보고서 복사(&amp;C)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/bug_dialog.py" />
            <source>Copied</source>
            <translation>복사함</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/bug_dialog.py" />
            <source>It is a bug in flowdesk, not in your pipeline; runs go on. Please report it with the text below. Values, and names of yours, are left out where they can be told; look it over first.</source>
            <translation>파이프라인이 아니라 flowdesk의 버그입니다. 실행은 계속됩니다. 아래 텍스트와 함께 신고해 주세요. 사용자의 값과 이름은 알아볼 수 있는 한 제외했습니다. 보내기 전에 확인해 주세요.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>From {run}</source>
            <translation>{run}에서</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>{time} of ~{usual}</source>
            <translation>{time} / 약 {usual}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>in {time}</source>
            <translation>{time} 후</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>{n} of {total}</source>
            <translation>{total}개 중 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>took {time}</source>
            <translation>{time} 걸림</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>asks: {question}</source>
            <translation>질문: {question}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>unchanged since {run}: its values were used again</source>
            <translation>{run} 이후 바뀐 것이 없어 그 값을 다시 썼습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>try {n} of {total}</source>
            <translation>시도 {n}/{total}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>try {n}</source>
            <translation>시도 {n}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>Asks for an answer</source>
            <translation>답변을 기다림</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>Asks · {time} left</source>
            <translation>질문 중 · {time} 남음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>Waits · {time} left</source>
            <translation>대기 · {time} 남음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>Waits until {moment}</source>
            <translation>{moment}까지 대기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/card_words.py" />
            <source>Waits for {what} · {time}</source>
            <translation>{what} 대기 · {time}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/description.py" />
            <location filename="flowdesk/gui/canvas/folded_item.py" />
            <location filename="flowdesk/gui/part_strip.py" />
            <source>{n} task</source>
            <translation>태스크 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/description.py" />
            <location filename="flowdesk/gui/canvas/folded_item.py" />
            <location filename="flowdesk/gui/clerk.py" />
            <location filename="flowdesk/gui/models/runs.py" />
            <location filename="flowdesk/gui/part_strip.py" />
            <source>{n} tasks</source>
            <translation>태스크 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/description.py" />
            <source>task {id}</source>
            <translation>태스크 {id}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/description.py" />
            <source>folded group {id}</source>
            <translation>접힌 그룹 {id}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/folded_item.py" />
            <source>{n} of {total} tasks</source>
            <translation>태스크 {total}개 중 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/folded_item.py" />
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>pushes {keys}</source>
            <translation>{keys} 푸시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/folded_item.py" />
            <source>double-click to unfold</source>
            <translation>두 번 클릭하면 펼칩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/graph_scene.py" />
            <location filename="flowdesk/gui/canvas/graph_view.py" />
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/stage.py" />
            <source>an earlier run</source>
            <translation>이전 실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/graph_view.py" />
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Graph</source>
            <translation>그래프</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/graph_view.py" />
            <source>No pipeline open</source>
            <translation>열린 파이프라인 없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/graph_view.py" />
            <source>Open a pipeline file to see its graph here.</source>
            <translation>파이프라인 파일을 열면 여기에 그래프가 나타납니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/graph_view.py" />
            <source>Add a table under [tasks] to the file, and it appears here.</source>
            <translation>파일의 [tasks] 아래에 테이블을 추가하면 여기에 나타납니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/graph_view.py" />
            <source>No tasks yet</source>
            <translation>아직 태스크가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/mapped_strip.py" />
            <source>{n} of them: {state}</source>
            <translation>그중 {n}개: {state}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/minimap.py" />
            <source>Overview of the graph</source>
            <translation>그래프 개요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/minimap.py" />
            <source>Overview of the graph: drag to move the view</source>
            <translation>그래프 개요: 끌어서 화면을 옮깁니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/problem_badge.py" />
            <location filename="flowdesk/gui/clerk.py" />
            <source>and {n} more</source>
            <translation>외 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/rest_pill.py" />
            <source>+{n} more</source>
            <translation>+{n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/rest_pill.py" />
            <source>… and {n} more</source>
            <translation>… 외 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/scale_note.py" />
            <source>All of it, at {percent} %: too small to read names. Ctrl+1 goes back to 100 %.</source>
            <translation>전체를 {percent} %로 표시하여 이름을 읽기 어렵습니다. Ctrl+1을 누르면 100 %로 돌아갑니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/scale_note.py" />
            <source>All of it, at {percent} %: too small to read names. Folding groups makes it smaller.</source>
            <translation>전체를 {percent} %로 표시하여 이름을 읽기 어렵습니다. 그룹을 접으면 작아집니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>Find tasks, keys, commands, state:failed, +task+</source>
            <translation>태스크, 키, 명령, state:failed, +태스크+ 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>Find in the graph</source>
            <translation>그래프에서 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>No hits</source>
            <translation>결과 없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>The hit before (Shift+Enter)</source>
            <translation>이전 결과 (Shift+Enter)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>The next hit (Enter)</source>
            <translation>다음 결과 (Enter)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Close (Escape)</source>
            <translation>닫기 (Escape)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>{n} hit</source>
            <translation>결과 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/search_bar.py" />
            <source>{n} hits</source>
            <translation>결과 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>until {} is there</source>
            <translation>{}이(가) 나타날 때까지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>for {} s</source>
            <translation>{}초 동안</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>until {}</source>
            <translation>{}까지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>waits for its upstream</source>
            <translation>업스트림을 기다림</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>for {time}</source>
            <translation>{time} 동안</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source> and each </source>
            <translation> 및 각 </translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>one task for each {what}</source>
            <translation>{what}마다 태스크 하나</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>up to {n} tries</source>
            <translation>최대 {n}번 시도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/task_texts.py" />
            <source>at most {time} a try</source>
            <translation>시도마다 최대 {time}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>absent</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>declared as {type}</source>
            <translation>{type}(으)로 선언됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>secret</source>
            <translation>비밀</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>no value</source>
            <translation>값 없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>no value yet</source>
            <translation>아직 값 없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>pulled by {task} as {names}</source>
            <translation>{task}에서 {names}(으)로 풀</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>pulled as {names}</source>
            <translation>{names}(으)로 풀</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>edited by hand; it was {value}</source>
            <translation>직접 편집됨, 원래 값은 {value}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>pushed by try {number} at {moment}</source>
            <translation>{moment}에 시도 {number}에서 푸시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_words.py" />
            <source>{shape} table</source>
            <translation>{shape} 테이블</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_words.py" />
            <source>{shape} array</source>
            <translation>{shape} 배열</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_words.py" />
            <source>scalar</source>
            <translation>스칼라</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/checked_file.py" />
            <location filename="flowdesk/gui/way_here.py" />
            <source>No file is open</source>
            <translation>열린 파일이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/checked_file.py" />
            <source>The file is being checked</source>
            <translation>파일을 검사하는 중입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/checked_file.py" />
            <source>The file has {errors}</source>
            <translation>파일에 {errors}가 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>What shall '{name}' run with?</source>
            <translation>'{name}'을(를) 어떤 값으로 실행할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <location filename="flowdesk/gui/start/row.py" />
            <source>Run {name}</source>
            <translation>{name} 실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <location filename="flowdesk/gui/models/runs.py" />
            <location filename="flowdesk/gui/palette/entries.py" />
            <source>Run</source>
            <translation>실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>1 task is running, and what its try has done is lost.</source>
            <translation>태스크 1개가 실행 중이며 그 시도에서 한 일은 사라집니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>{n} tasks are running, and what their tries have done is lost.</source>
            <translation>태스크 {n}개가 실행 중이며 그 시도에서 한 일은 사라집니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>What has ended stays as it is, with its values; the run can be taken up again by Retry.</source>
            <translation>끝난 것은 값과 함께 그대로 남습니다. 재시도로 실행을 다시 이어 갈 수 있습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Stop the run?</source>
            <translation>실행을 중지할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Stop it</source>
            <translation>중지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>What this try has done is lost. The run goes on.</source>
            <translation>이 시도에서 한 일은 사라집니다. 실행은 계속됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Cancel '{name}'?</source>
            <translation>'{name}'을(를) 취소할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Cancel it</source>
            <translation>태스크 취소</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>the group '{name}'</source>
            <translation>그룹 '{name}'</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>what failed in '{name}'</source>
            <translation>'{name}'에서 실패한 것</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Its tries and values are kept. What did not run because of its old state is decided anew.</source>
            <translation>시도와 값은 보존됩니다. 이전 상태 때문에 실행되지 않은 것은 다시 판단합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>It is running, and will be ended first.</source>
            <translation>실행 중이므로 먼저 끝냅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Mark '{name}' as {state}?</source>
            <translation>'{name}'을(를) {state}(으)로 표시할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Mark as {state}</source>
            <translation>{state}(으)로 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Their tries and values are kept. What did not run because of them is decided anew.</source>
            <translation>시도와 값은 보존됩니다. 이들 때문에 실행되지 않은 것은 다시 판단합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Left out, as values of them are needed: {names}</source>
            <translation>값이 필요하여 제외됨: {names}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Mark {n} of '{name}' as {state}?</source>
            <translation>'{name}'의 {n}개를 {state}(으)로 표시할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <location filename="flowdesk/gui/models/runs.py" />
            <source>1 task</source>
            <translation>태스크 1개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>It was imported. To go on with it runs here what its file brought from elsewhere: its commands and code, with your rights. Look at its source first.</source>
            <translation>가져온 실행입니다. 이어 가면 다른 곳에서 온 파일의 명령과 코드를 여기에서 사용자 권한으로 실행합니다. 먼저 소스를 확인하세요.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Do you trust run #{number}?</source>
            <translation>실행 #{number}을(를) 신뢰하나요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Trust it and go on</source>
            <translation>신뢰하고 계속</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>{what} cannot be cleared: {why}.</source>
            <translation>{what}을(를) 초기화할 수 없습니다: {why}.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>1 task after it</source>
            <translation>이후 태스크 1개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>{n} tasks after it</source>
            <translation>이후 태스크 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Clear {what} and {others}?</source>
            <translation>{what} 및 {others}를 초기화할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Clear {what}?</source>
            <translation>{what}을(를) 초기화할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Earlier tries, their logs and values are kept. What runs is cancelled first.</source>
            <translation>이전 시도와 그 로그, 값은 보존됩니다. 실행 중인 것은 먼저 취소합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Clear</source>
            <translation>초기화</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>'{name}' succeeds only with what it pushes. What would it have pushed?</source>
            <translation>'{name}'은(는) 푸시하는 값이 있어야 성공입니다. 무엇을 푸시했을까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Mark {name} as success</source>
            <translation>{name}을(를) 성공으로 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>Mark as success</source>
            <translation>성공으로 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>It gets a new try in the same run.</source>
            <translation>같은 실행에서 새 시도를 합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/clerk.py" />
            <source>They get new tries in the same run:</source>
            <translation>같은 실행에서 새로 시도합니다:</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/head.py" />
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Before</source>
            <translation>이전</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/head.py" />
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/details/of_plan.py" />
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>After</source>
            <translation>이후</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/head.py" />
            <source>Swap the two sides</source>
            <translation>양쪽 바꾸기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/head.py" />
            <source>Only &amp;differences</source>
            <translation>차이만(&amp;D)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/last_tries.py" />
            <source>No task of a run is selected</source>
            <translation>선택된 실행의 태스크가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/last_tries.py" />
            <source>'{task}' was tried only once</source>
            <translation>'{task}'은(는) 한 번만 시도했습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>not there</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/grid/words.py" />
            <location filename="flowdesk/gui/history/duration_plot.py" />
            <source>{n} try</source>
            <translation>시도 {n}번</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/grid/words.py" />
            <location filename="flowdesk/gui/history/duration_plot.py" />
            <source>{n} tries</source>
            <translation>시도 {n}번</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>same</source>
            <translation>같음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>Different</source>
            <translation>다름</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>The same</source>
            <translation>같음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/details/of_plan.py" />
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <location filename="flowdesk/gui/models/events.py" />
            <location filename="flowdesk/gui/models/instances.py" />
            <location filename="flowdesk/gui/models/xcoms.py" />
            <location filename="flowdesk/gui/palette/entries.py" />
            <source>Task</source>
            <translation>태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>Took before</source>
            <translation>이전 소요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>Took after</source>
            <translation>이후 소요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>Times</source>
            <translation>시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>Difference</source>
            <translation>차이</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/inspector/json_model.py" />
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>Key</source>
            <translation>키</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Part</source>
            <translation>부분</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Moved</source>
            <translation>변화</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/models.py" />
            <source>Fact</source>
            <translation>항목</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/pages.py" />
            <source>There is no difference.</source>
            <translation>차이가 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/pages.py" />
            <location filename="flowdesk/gui/page_panels.py" />
            <location filename="flowdesk/gui/source/source_text.py" />
            <source>Source</source>
            <translation>소스</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/pages.py" />
            <source>Command</source>
            <translation>명령</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/pages.py" />
            <source>Tasks</source>
            <translation>태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/pages.py" />
            <source>Values</source>
            <translation>값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/pages.py" />
            <location filename="flowdesk/gui/inspector/facts_table.py" />
            <source>Facts</source>
            <translation>정보</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/pages.py" />
            <source>The pipeline's file is the same. Of Python modules no run keeps the code.</source>
            <translation>파이프라인 파일은 같습니다. Python 모듈의 코드는 실행에 보관되지 않습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <location filename="flowdesk/gui/grid/words.py" />
            <location filename="flowdesk/gui/history/duration_plot.py" />
            <location filename="flowdesk/gui/history/plot.py" />
            <location filename="flowdesk/gui/history/view.py" />
            <location filename="flowdesk/gui/tray/ends.py" />
            <source>Run #{number}</source>
            <translation>실행 #{number}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/models/runs.py" />
            <source>State</source>
            <translation>상태</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <source>Reason</source>
            <translation>이유</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/models/runs.py" />
            <source>Started</source>
            <translation>시작</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <location filename="flowdesk/gui/models/runs.py" />
            <source>Duration</source>
            <translation>소요 시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <source>Logical date</source>
            <translation>논리 날짜</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <source>Param {name}</source>
            <translation>매개변수 {name}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Exit code</source>
            <translation>종료 코드</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Signal</source>
            <translation>시그널</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/sides.py" />
            <location filename="flowdesk/gui/compare/window.py" />
            <source>{task}, try {number}</source>
            <translation>{task}, 시도 {number}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/window.py" />
            <source>Comparing…</source>
            <translation>비교하는 중…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/window.py" />
            <source>One of the two is not there any more.</source>
            <translation>둘 중 하나가 더 이상 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/window.py" />
            <source>{before} and {after}</source>
            <translation>{before} 및 {after}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/window.py" />
            <source>Grey bars are before, coloured ones after.</source>
            <translation>회색 막대가 이전, 색 막대가 이후입니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/window.py" />
            <source>A pencil marks values that a person edited.</source>
            <translation>연필은 사람이 편집한 값을 나타냅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/compare/window.py" />
            <source>Both came out the same.</source>
            <translation>두 결과가 같습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>The pipeline has no groups</source>
            <translation>파이프라인에 그룹이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>The groups are not nested so deep</source>
            <translation>그룹이 그만큼 깊게 중첩되어 있지 않습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>It is folded so already</source>
            <translation>이미 그렇게 접혀 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>No group is folded</source>
            <translation>접힌 그룹이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Select a task in a group, or a folded group, first</source>
            <translation>먼저 그룹 안의 태스크나 접힌 그룹을 선택하세요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>Nothing is selected</source>
            <translation>선택한 것이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>All is shown already</source>
            <translation>이미 모두 표시되어 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>&amp;Fit</source>
            <translation>맞추기(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Fit the graph into the view</source>
            <translation>그래프를 화면에 맞춥니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>&amp;100 %</source>
            <translation>100 %(&amp;1)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Show the graph at its own size</source>
            <translation>그래프를 원래 크기로 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Fit the &amp;selection</source>
            <translation>선택 항목에 맞추기(&amp;S)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Bring the selected task or group near</source>
            <translation>선택한 태스크나 그룹을 가까이 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom &amp;in</source>
            <translation>확대(&amp;I)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom in</source>
            <translation>확대합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom &amp;out</source>
            <translation>축소(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom out</source>
            <translation>축소합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Fold or unfold &amp;this group</source>
            <translation>이 그룹 접기/펼치기(&amp;T)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Fold the group of the selected task, or unfold the selected one; Space does so on the graph</source>
            <translation>선택한 태스크의 그룹을 접거나 선택한 그룹을 펼칩니다. 그래프에서는 Space 키로 합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>&amp;Fold all groups</source>
            <translation>모든 그룹 접기(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Show every group as one box</source>
            <translation>모든 그룹을 상자 하나로 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Unfold to depth &amp;1</source>
            <translation>깊이 1까지 펼치기(&amp;1)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Unfold the outermost groups, and fold what lies in them</source>
            <translation>가장 바깥 그룹을 펼치고 그 안은 접습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Unfold to depth &amp;2</source>
            <translation>깊이 2까지 펼치기(&amp;2)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Unfold groups and those in them, and fold what lies deeper</source>
            <translation>그룹과 그 안의 그룹을 펼치고 더 깊은 것은 접습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>&amp;Unfold all groups</source>
            <translation>모든 그룹 펼치기(&amp;U)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Show every task</source>
            <translation>모든 태스크를 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Fold one level mo&amp;re</source>
            <translation>한 단계 더 접기(&amp;R)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Fold the innermost groups of those that are unfolded</source>
            <translation>펼쳐진 그룹 중 가장 안쪽의 그룹을 접습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Unfold &amp;one level more</source>
            <translation>한 단계 더 펼치기(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Unfold the outermost groups of those that are folded</source>
            <translation>접힌 그룹 중 가장 바깥쪽의 그룹을 펼칩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Show only the &amp;neighbourhood</source>
            <translation>주변만 보기(&amp;N)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Show the selected task or group with what comes right before and after it, and hide the rest</source>
            <translation>선택한 태스크나 그룹과 바로 앞뒤만 보여 주고 나머지는 숨깁니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Show &amp;all again</source>
            <translation>다시 모두 보기(&amp;A)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Show the whole pipeline again; Escape does so on the graph</source>
            <translation>파이프라인 전체를 다시 보여 줍니다. 그래프에서는 Escape 키로 합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Flow from top to &amp;bottom</source>
            <translation>위에서 아래로(&amp;B)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Draw the graph from top to bottom, or from left to right</source>
            <translation>그래프를 위에서 아래로 또는 왼쪽에서 오른쪽으로 그립니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Ani&amp;mate</source>
            <translation>애니메이션(&amp;A)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Let things glide to their places, and arcs turn while something runs</source>
            <translation>항목이 부드럽게 움직이고 실행 중에는 표시가 돕니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>The file has no group '{name}' any more</source>
            <translation>파일에 그룹 '{name}'이(가) 더 이상 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>&amp;Retry what failed in it…</source>
            <translation>안에서 실패한 것 재시도(&amp;R)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Run again in the same run what failed in the group, with all that comes after it</source>
            <translation>그룹에서 실패한 것과 이후의 모든 태스크를 같은 실행에서 다시 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>C&amp;lear the group with downstream…</source>
            <translation>그룹을 다운스트림까지 초기화(&amp;L)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Run its tasks anew in the same run, with all that comes after them</source>
            <translation>같은 실행에서 그룹의 태스크와 이후의 모든 태스크를 새로 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Clear the group &amp;alone…</source>
            <translation>그룹만 초기화(&amp;A)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Run its tasks anew in the same run; what comes after them stays as it is</source>
            <translation>같은 실행에서 그룹의 태스크만 새로 실행합니다. 이후 태스크는 그대로 둡니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Mark all as s&amp;uccess…</source>
            <translation>모두 성공으로 표시(&amp;U)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Say that its tasks ended as success</source>
            <translation>그룹의 태스크가 성공했다고 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Mark all as &amp;failed…</source>
            <translation>모두 실패로 표시(&amp;F)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Say that its tasks ended as failed</source>
            <translation>그룹의 태스크가 실패했다고 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Mark all as s&amp;kipped…</source>
            <translation>모두 건너뜀으로 표시(&amp;K)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Say that its tasks ended as skipped</source>
            <translation>그룹의 태스크를 건너뛰었다고 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>Run &amp;only this group</source>
            <translation>이 그룹만 실행(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>A new run of its tasks alone; what they pull comes from earlier runs</source>
            <translation>그룹의 태스크만 새로 실행합니다. 풀하는 값은 이전 실행에서 가져옵니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Run from &amp;here</source>
            <translation>여기부터 실행(&amp;H)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>A new run of its tasks and all that comes after them</source>
            <translation>그룹의 태스크와 이후의 모든 태스크를 새로 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Run until h&amp;ere</source>
            <translation>여기까지 실행(&amp;E)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_group.py" />
            <source>A new run of all that comes before its tasks, and of them</source>
            <translation>그룹 이전의 모든 태스크와 그룹을 새로 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>&amp;Find in the log…</source>
            <translation>로그에서 찾기(&amp;F)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Find a text or an expression in the log</source>
            <translation>로그에서 텍스트나 정규식을 찾습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>F&amp;irst error</source>
            <translation>첫 오류(&amp;I)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Show the first error in the log</source>
            <translation>로그의 첫 오류를 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>&amp;Next error</source>
            <translation>다음 오류(&amp;N)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Show the next error in the log</source>
            <translation>로그의 다음 오류를 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>&amp;Previous error</source>
            <translation>이전 오류(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Show the error before in the log</source>
            <translation>로그의 이전 오류를 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>&amp;Break long lines</source>
            <translation>긴 줄 바꿈(&amp;B)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Break the log's long lines, or let them go on to the right</source>
            <translation>로그의 긴 줄을 바꾸거나 오른쪽으로 이어지게 합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Show &amp;times</source>
            <translation>시각 표시(&amp;T)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Show when each line of the log was printed, or do not</source>
            <translation>로그의 각 줄이 출력된 시각을 표시하거나 숨깁니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Follow the &amp;end</source>
            <translation>끝 따라가기(&amp;E)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Go to the end of the log, and stay there while it grows</source>
            <translation>로그 끝으로 가서 늘어나는 대로 따라갑니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>&amp;Save the log…</source>
            <translation>로그 저장(&amp;S)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_log.py" />
            <source>Save the lines of the log that are shown as a file</source>
            <translation>표시된 로그 줄을 파일로 저장합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_panels.py" />
            <source>&amp;Reset arrangement</source>
            <translation>배치 초기화(&amp;R)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_panels.py" />
            <source>Put all panels back to where they were at first</source>
            <translation>모든 패널을 처음 위치로 되돌립니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_picture.py" />
            <source>There is no graph</source>
            <translation>그래프가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_picture.py" />
            <source>Find in the &amp;graph…</source>
            <translation>그래프에서 찾기(&amp;G)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_picture.py" />
            <source>Find tasks by id, kind, key, command or state; in the graph also with Ctrl+F</source>
            <translation>ID, 종류, 키, 명령, 상태로 태스크를 찾습니다. 그래프에서는 Ctrl+F로도 찾습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_picture.py" />
            <source>O&amp;verview</source>
            <translation>개요(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_picture.py" />
            <source>Show the whole graph in a corner while only a part of it is in sight</source>
            <translation>그래프의 일부만 보일 때 구석에 전체를 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_picture.py" />
            <source>E&amp;xport graph…</source>
            <translation>그래프 내보내기(&amp;X)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_picture.py" />
            <source>Save the graph as SVG, PNG, PDF, Mermaid or DOT</source>
            <translation>그래프를 SVG, PNG, PDF, Mermaid, DOT로 저장합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>&amp;Run</source>
            <translation>실행(&amp;R)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Run the pipeline; asks for its params, if it has any</source>
            <translation>파이프라인을 실행합니다. 매개변수가 있으면 먼저 묻습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>&amp;Stop…</source>
            <translation>중지(&amp;S)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Stop the run that is shown</source>
            <translation>표시된 실행을 중지합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>&amp;Pause</source>
            <translation>일시 정지(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Let what runs come to its end, and start nothing further</source>
            <translation>실행 중인 것은 끝까지 두고 새로 시작하지 않습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>R&amp;esume</source>
            <translation>재개(&amp;E)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Go on with a run that was paused or interrupted</source>
            <translation>일시 정지되거나 중단된 실행을 이어 갑니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Retry &amp;failed</source>
            <translation>실패한 것 재시도(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Run again, in the same run, what failed and what did not run because of it</source>
            <translation>실패한 태스크와 그 때문에 실행되지 않은 태스크를 같은 실행에서 다시 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>S&amp;how the file</source>
            <translation>파일 보기(&amp;H)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Show the file as it is now, without a run</source>
            <translation>실행 없이 지금의 파일을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Copy lin&amp;k to this run</source>
            <translation>이 실행의 링크 복사(&amp;K)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Copy a command that opens the window at this run</source>
            <translation>이 실행을 보여 주며 창을 여는 명령을 복사합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <location filename="flowdesk/gui/run_errands.py" />
            <source>No run is selected</source>
            <translation>선택된 실행이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>There is no other run to compare with</source>
            <translation>비교할 다른 실행이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>&amp;Show this run</source>
            <translation>이 실행 보기(&amp;S)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Show the selected run in the graph</source>
            <translation>선택한 실행을 그래프에 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Copy &amp;id</source>
            <translation>ID 복사(&amp;I)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Put the id of the selected run into the clipboard</source>
            <translation>선택한 실행의 ID를 클립보드에 복사합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>E&amp;xport run…</source>
            <translation>실행 내보내기(&amp;X)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Write the selected run to a file, for another machine</source>
            <translation>선택한 실행을 다른 컴퓨터에서 쓸 파일로 저장합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>I&amp;mport run…</source>
            <translation>실행 가져오기(&amp;M)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Bring in a run from a file that was exported</source>
            <translation>내보낸 파일에서 실행을 가져옵니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>&amp;Compare runs</source>
            <translation>실행 비교(&amp;C)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Compare the two picked runs, or the selected one with the shown one or the one before</source>
            <translation>고른 두 실행을, 또는 선택한 실행을 표시된 실행이나 그 이전 실행과 비교합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Compare &amp;tries</source>
            <translation>시도 비교(&amp;T)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Compare the last two tries of the selected task</source>
            <translation>선택한 태스크의 마지막 두 시도를 비교합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>&amp;Delete run…</source>
            <translation>실행 삭제(&amp;D)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Remove the selected run with its tries, values and logs</source>
            <translation>선택한 실행을 시도, 값, 로그와 함께 삭제합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Fi&amp;nd a run</source>
            <translation>실행 찾기(&amp;N)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Find runs by number, id, param or reason</source>
            <translation>번호, ID, 매개변수, 이유로 실행을 찾습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Runs as a &amp;list</source>
            <translation>실행을 목록으로(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Show the runs of the file as a list</source>
            <translation>파일의 실행을 목록으로 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Runs as a &amp;grid</source>
            <translation>실행을 그리드로(&amp;G)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Show the runs as a grid: a column for each run, a row for each task</source>
            <translation>실행을 그리드로 보여 줍니다. 열은 실행, 행은 태스크입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Fold all groups of the grid</source>
            <translation>그리드의 모든 그룹 접기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Sum the tasks of each group in one row</source>
            <translation>각 그룹의 태스크를 한 행으로 요약합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>The runs are shown as a list</source>
            <translation>실행이 목록으로 표시되어 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Unfold all groups of the grid</source>
            <translation>그리드의 모든 그룹 펼치기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_runs.py" />
            <source>Show a row for each task</source>
            <translation>태스크마다 한 행씩 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>The file has no task '{name}' any more</source>
            <translation>파일에 태스크 '{name}'이(가) 더 이상 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>&amp;Retry</source>
            <translation>재시도(&amp;R)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Run it again in the same run, with what did not run because of it</source>
            <translation>같은 실행에서 이것과, 이것 때문에 실행되지 않은 태스크를 다시 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>&amp;Cancel this task…</source>
            <translation>이 태스크 취소(&amp;C)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>End what it runs; the run goes on</source>
            <translation>이 태스크를 끝냅니다. 실행은 계속됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>C&amp;lear with downstream…</source>
            <translation>다운스트림까지 초기화(&amp;L)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Run it anew in the same run, with all that comes after it</source>
            <translation>같은 실행에서 이것과 이후의 모든 태스크를 새로 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Clear it &amp;alone…</source>
            <translation>이것만 초기화(&amp;A)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Run it anew in the same run; what comes after it stays as it is</source>
            <translation>같은 실행에서 이것만 새로 실행합니다. 이후 태스크는 그대로 둡니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Mark as s&amp;uccess…</source>
            <translation>성공으로 표시(&amp;U)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Say that it ended as success, whatever it did</source>
            <translation>실제 결과와 관계없이 성공했다고 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Mark as &amp;failed…</source>
            <translation>실패로 표시(&amp;F)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Say that it ended as failed, whatever it did</source>
            <translation>실제 결과와 관계없이 실패했다고 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Mark as s&amp;kipped…</source>
            <translation>건너뜀으로 표시(&amp;K)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Say that it ended as skipped, whatever it did</source>
            <translation>실제 결과와 관계없이 건너뛰었다고 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Run &amp;only this</source>
            <translation>이것만 실행(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>A new run of this task alone; what it pulls comes from earlier runs</source>
            <translation>이 태스크만 새로 실행합니다. 풀하는 값은 이전 실행에서 가져옵니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>A new run of this task and all that comes after it</source>
            <translation>이 태스크와 이후의 모든 태스크를 새로 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>A new run of all that comes before this task, and of the task</source>
            <translation>이전의 모든 태스크와 이 태스크를 새로 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Copy l&amp;ink</source>
            <translation>링크 복사(&amp;I)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>Copy a command that opens the window at this run and this task</source>
            <translation>이 실행과 이 태스크를 보여 주며 창을 여는 명령을 복사합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_task.py" />
            <source>No task is selected</source>
            <translation>선택된 태스크가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>&amp;Previous event</source>
            <translation>이전 이벤트(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Show the run as it was before the last thing happened</source>
            <translation>마지막 이벤트 직전의 실행을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>&amp;Next event</source>
            <translation>다음 이벤트(&amp;N)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Show the run as it was after the next thing happened</source>
            <translation>다음 이벤트 직후의 실행을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>P&amp;lay the run</source>
            <translation>실행 재생(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Replay the run from the moment that is shown, or stay there</source>
            <translation>표시된 시점부터 실행을 재생하거나 멈춥니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Previous &amp;failure</source>
            <translation>이전 실패(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Show the run as it was when a task last failed</source>
            <translation>태스크가 마지막으로 실패한 시점의 실행을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Next f&amp;ailure</source>
            <translation>다음 실패(&amp;A)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Show the run as it was when the next task failed</source>
            <translation>다음 태스크가 실패한 시점의 실행을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>To the &amp;begin</source>
            <translation>처음으로(&amp;B)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Show the run as it was when it began</source>
            <translation>시작한 시점의 실행을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Back to n&amp;ow</source>
            <translation>현재로 돌아가기(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_time.py" />
            <source>Show the run as it is now</source>
            <translation>지금의 실행을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_tray.py" />
            <source>&amp;Notify when a run ends</source>
            <translation>실행이 끝나면 알림(&amp;N)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_tray.py" />
            <source>Show a message on the desktop when a run ends while the window is not looked at</source>
            <translation>창을 보고 있지 않을 때 실행이 끝나면 바탕화면에 알림을 띄웁니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>It is of try {number}; only the value of the last try is in use</source>
            <translation>시도 {number}의 값입니다. 마지막 시도의 값만 쓰입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>&amp;Look at it</source>
            <translation>자세히 보기(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Show the value as a whole</source>
            <translation>값 전체를 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Put the value into the clipboard, as JSON</source>
            <translation>값을 JSON으로 클립보드에 복사합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>It is secret</source>
            <translation>비밀 값입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>E&amp;dit…</source>
            <translation>편집(&amp;E)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Put another value in its place, and run anew what takes it</source>
            <translation>다른 값으로 바꾸고 그 값을 쓰는 태스크를 새로 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Re&amp;store…</source>
            <translation>복원(&amp;R)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <location filename="flowdesk/gui/inspector/edited_strip.py" />
            <source>Put what the task pushed in its own place again</source>
            <translation>태스크가 푸시한 원래 값으로 되돌립니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Show over &amp;runs</source>
            <translation>실행별 추이 보기(&amp;R)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Show how the key was in the runs before</source>
            <translation>이전 실행에서 이 키의 값이 어땠는지 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Go to who &amp;pushed it</source>
            <translation>푸시한 태스크로(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Select the task that pushed it</source>
            <translation>값을 푸시한 태스크를 선택합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Go to who p&amp;ulled it</source>
            <translation>풀한 태스크로(&amp;U)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>Select the first task that pulls it, and list all who had it</source>
            <translation>값을 풀하는 첫 태스크를 선택하고 값을 쓴 태스크를 모두 나열합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>No task pulls this key</source>
            <translation>이 키를 풀하는 태스크가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_value.py" />
            <source>No value is selected</source>
            <translation>선택된 값이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>No other pipeline is open</source>
            <translation>열린 다른 파이프라인이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Open…</source>
            <translation>열기(&amp;O)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open a pipeline's file</source>
            <translation>파이프라인 파일을 엽니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open &amp;folder…</source>
            <translation>폴더 열기(&amp;F)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>List the pipelines in a folder</source>
            <translation>폴더의 파이프라인을 나열합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Start page</source>
            <translation>시작 페이지(&amp;S)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <location filename="flowdesk/gui/help/tour.py" />
            <location filename="flowdesk/gui/tabs/tab.py" />
            <source>Recent pipelines and examples</source>
            <translation>최근 파이프라인과 예제</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open what was closed &amp;last</source>
            <translation>마지막에 닫은 것 열기(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open the pipeline again whose tab was closed last</source>
            <translation>마지막에 닫은 탭의 파이프라인을 다시 엽니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>No tab was closed</source>
            <translation>닫은 탭이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Next tab</source>
            <translation>다음 탭(&amp;N)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Go to the tab to the right</source>
            <translation>오른쪽 탭으로 갑니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Previous tab</source>
            <translation>이전 탭(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Go to the tab to the left</source>
            <translation>왼쪽 탭으로 갑니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <location filename="flowdesk/gui/dock_tabs.py" />
            <location filename="flowdesk/gui/tabs/strip.py" />
            <source>&amp;Close</source>
            <translation>닫기(&amp;C)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Close this tab; a run of it goes on</source>
            <translation>이 탭을 닫습니다. 실행은 계속됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open in &amp;editor</source>
            <translation>편집기에서 열기(&amp;E)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open the file that the source panel shows in your editor</source>
            <translation>소스 패널에 표시된 파일을 편집기에서 엽니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <location filename="flowdesk/gui/tray/tray_menu.py" />
            <source>&amp;Quit</source>
            <translation>종료(&amp;Q)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Close the window; runs go on</source>
            <translation>창을 닫습니다. 실행은 계속됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>F&amp;ull screen</source>
            <translation>전체 화면(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Give the window the whole screen, or take it back</source>
            <translation>창을 전체 화면으로 하거나 되돌립니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Command palette…</source>
            <translation>명령 팔레트(&amp;P)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Find anything that can be done by a few letters, and tasks, runs and files</source>
            <translation>글자 몇 개로 모든 명령과 태스크, 실행, 파일을 찾습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Show me &amp;around</source>
            <translation>둘러보기(&amp;A)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Say what each part of the window is for</source>
            <translation>창의 각 부분을 설명합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Keyboard shortcuts</source>
            <translation>단축키(&amp;K)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>All keys on one sheet</source>
            <translation>모든 단축키를 한눈에 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>About &amp;flowdesk</source>
            <translation>flowdesk 정보(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Which version this is, and what it runs on</source>
            <translation>버전과 실행 환경을 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>When it starts</source>
            <translation>시작 조건</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Will pull</source>
            <translation>풀할 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Will push</source>
            <translation>푸시할 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Id</source>
            <translation>ID</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>{kind} task</source>
            <translation>{kind} 태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>About</source>
            <translation>설명</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>after {delay} each</source>
            <translation>매번 {delay} 후</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>after {delay}, then {factor:g} times as long each</source>
            <translation>{delay} 후, 이후 매번 {factor:g}배</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Retries</source>
            <translation>재시도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Timeout</source>
            <translation>시간 제한</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Pool</source>
            <translation>풀(pool)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>{n} slot</source>
            <translation>슬롯 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>{n} slots</source>
            <translation>슬롯 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Priority</source>
            <translation>우선순위</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Cache</source>
            <translation>캐시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>its values are used again where nothing has changed</source>
            <translation>바뀐 것이 없으면 값을 다시 씁니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>items in the file</source>
            <translation>파일의 항목</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Made for each</source>
            <translation>확장 기준</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>of {source}</source>
            <translation>{source}의</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>nothing: it starts with the run</source>
            <translation>없음: 실행과 함께 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>Rule</source>
            <translation>규칙</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>else {default}</source>
            <translation>없으면 {default}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>may be absent</source>
            <translation>없을 수 있음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>or of an earlier run</source>
            <translation>또는 이전 실행의 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_plan.py" />
            <source>not always</source>
            <translation>항상은 아님</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/details/panel.py" />
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Try {number}</source>
            <translation>시도 {number}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Pulled</source>
            <translation>풀</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Pushed</source>
            <translation>푸시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Process</source>
            <translation>프로세스</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/log/log_area.py" />
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Log</source>
            <translation>로그</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>what it printed</source>
            <translation>출력 내용</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/state_look.py" />
            <source>Cached</source>
            <translation>캐시됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Queued</source>
            <translation>대기열</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Ended</source>
            <translation>끝</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>usually {time}, by {runs} runs</source>
            <translation>보통 {time}, 실행 {runs}개 기준</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Took</source>
            <translation>소요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Folder</source>
            <translation>폴더</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Interpreter</source>
            <translation>인터프리터</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Carried out, as its templates were filled in</source>
            <translation>템플릿을 채워 실행한 내용</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Carried out</source>
            <translation>실행한 내용</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>from {source}</source>
            <translation>{source}에서</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>What the file declares; the rest, which a task gets from whoever started the run, is not kept.</source>
            <translation>파일에 선언된 것입니다. 실행을 시작한 환경에서 물려받은 나머지는 보관하지 않습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>Environment</source>
            <translation>환경 변수</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>was not pushed: the default</source>
            <translation>푸시되지 않음: 기본값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <location filename="flowdesk/gui/inspector/head.py" />
            <location filename="flowdesk/gui/value_link.py" />
            <source>try {number}</source>
            <translation>시도 {number}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>edited</source>
            <translation>편집됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>of run #{number}</source>
            <translation>실행 #{number}의 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>of at most {size}</source>
            <translation>최대 {size}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/of_try.py" />
            <source>{count} bytes</source>
            <translation>{count}바이트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/panel.py" />
            <source>Details of the task</source>
            <translation>태스크 상세</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/panel.py" />
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <location filename="flowdesk/gui/models/events.py" />
            <location filename="flowdesk/gui/models/xcoms.py" />
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Try</source>
            <translation>시도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/panel.py" />
            <location filename="flowdesk/gui/panels/instance_box.py" />
            <source>Which of the tasks made of it</source>
            <translation>확장된 태스크 중 표시할 것</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/panel.py" />
            <source>Select a task to see all that is known of it.</source>
            <translation>태스크를 선택하면 상세 정보가 표시됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/panel.py" />
            <source>as a whole</source>
            <translation>전체</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once all of them have succeeded</source>
            <translation>모두 성공하면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once all of them have failed</source>
            <translation>모두 실패하면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once all of them have ended, however they did</source>
            <translation>결과와 관계없이 모두 끝나면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once all have ended, none skipped and one succeeded</source>
            <translation>모두 끝나고 건너뛴 것 없이 하나 이상 성공하면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once all of them were skipped</source>
            <translation>모두 건너뛰면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts as soon as one of them has succeeded</source>
            <translation>하나라도 성공하면 바로 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts as soon as one of them has failed</source>
            <translation>하나라도 실패하면 바로 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts as soon as one of them has succeeded or failed</source>
            <translation>하나라도 성공하거나 실패하면 바로 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once all have ended and none has failed</source>
            <translation>모두 끝나고 실패가 없으면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once none has failed and one has succeeded</source>
            <translation>실패가 없고 하나 이상 성공하면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts once all have ended and none was skipped</source>
            <translation>모두 끝나고 건너뛴 것이 없으면 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>starts without waiting for them</source>
            <translation>기다리지 않고 시작합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It waits until its retry delay is over.</source>
            <translation>재시도 지연이 끝나기를 기다립니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It was skipped</source>
            <translation>건너뛰었습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It did not run, as something before it failed</source>
            <translation>앞의 태스크가 실패하여 실행되지 않았습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It was cancelled</source>
            <translation>취소되었습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It had not started when the run ended.</source>
            <translation>실행이 끝날 때까지 시작되지 않았습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It waits, as the run is paused.</source>
            <translation>실행이 일시 정지되어 기다립니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It is ready, and waits for a slot of the pool '{pool}'.</source>
            <translation>준비되어 풀 '{pool}'의 슬롯을 기다립니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It is ready, and waits for a free slot.</source>
            <translation>준비되어 빈 슬롯을 기다립니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>{names} and {more} more</source>
            <translation>{names} 외 {more}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/details/why.py" />
            <source>It waits for {names}.</source>
            <translation>{names}을(를) 기다립니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Edit {key} of {name}</source>
            <translation>{name}의 {key} 편집</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Edit</source>
            <translation>편집</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <location filename="flowdesk/gui/inspector/edited_strip.py" />
            <source>&amp;Restore…</source>
            <translation>복원(&amp;R)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Another value</source>
            <translation>다른 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Run anew all that its value goes into</source>
            <translation>이 값이 흘러드는 모든 태스크를 새로 실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Run anew only what pulls it itself</source>
            <translation>직접 풀하는 태스크만 새로 실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Run nothing anew: what starts from now on gets it</source>
            <translation>새로 실행하지 않음: 지금부터 시작하는 태스크가 이 값을 받습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>{name}, try {number}</source>
            <translation>{name}, 시도 {number}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Original</source>
            <translation>원래 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>In use</source>
            <translation>사용 중</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>{moment}, by {user}</source>
            <translation>{moment}, {user}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>Edited</source>
            <translation>편집됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>1 task, if it has run:</source>
            <translation>이미 실행된 태스크 1개:</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>{n} tasks, where they have run:</source>
            <translation>이미 실행된 태스크 {n}개:</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>This is the value that is there</source>
            <translation>지금 값입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>The value does not fit yet</source>
            <translation>값이 아직 타입에 맞지 않습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>What the task pushed is kept, and can be restored. Earlier tries of what runs anew are kept too.</source>
            <translation>태스크가 푸시한 값은 보존되며 복원할 수 있습니다. 새로 실행되는 태스크의 이전 시도도 보존됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/edit_dialog.py" />
            <source>The value is kept as a file; its place is taken by what you give here.</source>
            <translation>파일로 보관된 값입니다. 여기에 입력한 것으로 바뀝니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/inputs.py" />
            <source>Show what is typed</source>
            <translation>입력 내용 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/inputs.py" />
            <source>yes</source>
            <translation>예</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/inputs.py" />
            <source>Choose…</source>
            <translation>선택…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/inputs.py" />
            <source>Path of a file</source>
            <translation>파일 경로</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/inputs.py" />
            <source>Choose a &amp;file…</source>
            <translation>파일 선택(&amp;F)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/inputs.py" />
            <source>Choose a file</source>
            <translation>파일 선택</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/param_field.py" />
            <source>none</source>
            <translation>없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/param_field.py" />
            <source>required</source>
            <translation>필수</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/values_dialog.py" />
            <source>As &amp;last time</source>
            <translation>지난번처럼(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/values_dialog.py" />
            <source>&amp;Defaults</source>
            <translation>기본값(&amp;D)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/values_dialog.py" />
            <source>Fill in what was typed the last time</source>
            <translation>지난번에 입력한 값으로 채웁니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/values_dialog.py" />
            <source>Fill in what the file says</source>
            <translation>파일의 값으로 채웁니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dialogs/values_dialog.py" />
            <source>First mend: {names}</source>
            <translation>먼저 고치세요: {names}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/dock_tabs.py" />
            <source>&amp;Float</source>
            <translation>창으로 분리(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/editing.py" />
            <source>What the task pushed is in use again: {value}</source>
            <translation>태스크가 푸시한 값을 다시 씁니다: {value}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/editing.py" />
            <source>This runs anew, where it has run: {names}</source>
            <translation>이미 실행된 태스크를 새로 실행합니다: {names}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/editing.py" />
            <source>The edited value is kept in the history of the run.</source>
            <translation>편집한 값은 실행 기록에 남습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/editing.py" />
            <source>Restore '{key}' of '{name}'?</source>
            <translation>'{name}'의 '{key}'을(를) 복원할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/editing.py" />
            <source>Restore</source>
            <translation>복원</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/editors.py" />
            <source>No editor could be opened for {name}. Set $VISUAL to the one that you like.</source>
            <translation>{name}을(를) 열 편집기를 찾지 못했습니다. 원하는 편집기를 $VISUAL에 지정하세요.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>SVG: a picture that can be enlarged</source>
            <translation>SVG: 확대해도 깨지지 않는 그림</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>PNG: a picture of dots</source>
            <translation>PNG: 픽셀 그림</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>PDF: one page of the graph's size</source>
            <translation>PDF: 그래프 크기의 한 쪽</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>Mermaid: text for Markdown documents</source>
            <translation>Mermaid: Markdown 문서용 텍스트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>DOT: text for Graphviz</source>
            <translation>DOT: Graphviz용 텍스트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>Light</source>
            <translation>밝게</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>Dark</source>
            <translation>어둡게</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>High contrast</source>
            <translation>고대비</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>High contrast, dark</source>
            <translation>고대비, 어둡게</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>Export the graph</source>
            <translation>그래프 내보내기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>There is no graph to export</source>
            <translation>내보낼 그래프가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>The graph is in {file}</source>
            <translation>그래프를 {file}에 저장했습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>The graph is in the clipboard</source>
            <translation>그래프를 클립보드에 복사했습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <location filename="flowdesk/gui/inspector/head.py" />
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>&amp;Save as…</source>
            <translation>다른 이름으로 저장(&amp;S)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>Copy a text, or the dots of a picture, to the clipboard</source>
            <translation>텍스트나 픽셀 그림을 클립보드에 복사합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>The graph is being drawn</source>
            <translation>그래프를 그리는 중</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>&amp;Format</source>
            <translation>형식(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>C&amp;olours</source>
            <translation>색(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>S&amp;ize</source>
            <translation>크기(&amp;I)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/dialog.py" />
            <source>A PDF cannot be copied: save it</source>
            <translation>PDF는 복사할 수 없습니다. 저장하세요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/drawer.py" />
            <source>The graph could not be drawn.</source>
            <translation>그래프를 그리지 못했습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/export/drawer.py" />
            <source>No process could be started to draw the graph.</source>
            <translation>그래프를 그릴 프로세스를 시작하지 못했습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>1 step</source>
            <translation>1단계</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>2 steps</source>
            <translation>2단계</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>3 steps</source>
            <translation>3단계</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>All steps</source>
            <translation>모든 단계</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>Up and down</source>
            <translation>양방향</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>Upstream</source>
            <translation>업스트림</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>Downstream</source>
            <translation>다운스트림</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>Show all</source>
            <translation>모두 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>How far from the task</source>
            <translation>태스크로부터의 거리</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>Which way from the task</source>
            <translation>태스크로부터의 방향</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>Show the whole pipeline again (Escape)</source>
            <translation>파이프라인 전체를 다시 보기 (Escape)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>{n} task is shown</source>
            <translation>태스크 {n}개 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>{n} tasks are shown</source>
            <translation>태스크 {n}개 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/focus_strip.py" />
            <source>Around {name}: {count}. Escape shows all.</source>
            <translation>{name} 주변: {count}. Escape 키로 모두 봅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/axis_painting.py" />
            <source>over</source>
            <translation>끝남</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/axis_painting.py" />
            <source>paused</source>
            <translation>일시 정지됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/chart.py" />
            <source>Times of the tasks</source>
            <translation>태스크별 시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/chart_run.py" />
            <source>{busy} of {length} lie on one task: {tasks}</source>
            <translation>{length} 중 {busy}이(가) 태스크 하나에 있습니다: {tasks}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/chart_run.py" />
            <source>{busy} of {length} lie on {count} tasks: {tasks}</source>
            <translation>{length} 중 {busy}이(가) 태스크 {count}개에 있습니다: {tasks}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>As in the graph</source>
            <translation>그래프 순서</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>By their start</source>
            <translation>시작 순서</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Show the critical path</source>
            <translation>임계 경로 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Fold all groups, or unfold them</source>
            <translation>모든 그룹 접기 또는 펼치기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Show more time (-)</source>
            <translation>시간 범위 넓히기 (-)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Show less time, larger (+)</source>
            <translation>시간 범위 좁혀 크게 보기 (+)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Show the whole run (0)</source>
            <translation>실행 전체 보기 (0)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>What the tasks are ordered by</source>
            <translation>태스크 정렬 기준</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Save the chart as a picture…</source>
            <translation>차트를 그림으로 저장…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Save the chart</source>
            <translation>차트 저장</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>Pictures (*.png)</source>
            <translation>그림 (*.png)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/panel.py" />
            <source>{path} could not be written.</source>
            <translation>{path}에 쓸 수 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Waits for try {number}: its retry delay</source>
            <translation>시도 {number} 대기: 재시도 지연</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <location filename="flowdesk/gui/state_look.py" />
            <source>Running</source>
            <translation>실행 중</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Waits for an answer</source>
            <translation>답변 대기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Values of an earlier run</source>
            <translation>이전 실행의 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Try {number}: {word}</source>
            <translation>시도 {number}: {word}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Ready, while the run was paused</source>
            <translation>준비됨, 실행이 일시 정지된 동안</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Queued for a slot of the pool '{pool}'</source>
            <translation>풀 '{pool}'의 슬롯 대기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Queued for a free slot</source>
            <translation>빈 슬롯 대기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>On the critical path: had it ended later, so had the run</source>
            <translation>임계 경로: 이것이 늦어지면 실행 전체가 늦어집니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/gantt/words.py" />
            <source>Slack: it could have ended {slack} later</source>
            <translation>여유: {slack} 더 늦게 끝나도 됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/grid/board.py" />
            <source>Runs and tasks as a grid</source>
            <translation>실행과 태스크 그리드</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/grid/words.py" />
            <location filename="flowdesk/gui/history/duration_plot.py" />
            <source>not in this run</source>
            <translation>이 실행에 없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/grid/words.py" />
            <source>not read yet</source>
            <translation>아직 읽지 않음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/grid/words.py" />
            <source>a value was edited</source>
            <translation>값이 편집됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Walk from task to task</source>
            <translation>태스크 사이 이동</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Open the log of the task</source>
            <translation>태스크의 로그 열기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>What can be done to it</source>
            <translation>할 수 있는 작업 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Let go of it</source>
            <translation>선택 해제</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Move the graph</source>
            <translation>그래프 이동</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Space + drag</source>
            <translation>Space + 끌기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Zoom</source>
            <translation>확대/축소</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Ctrl + wheel</source>
            <translation>Ctrl + 휠</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>In the graph</source>
            <translation>그래프에서</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Keyboard shortcuts</source>
            <translation>단축키</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/shortcuts.py" />
            <source>Find an action or a key</source>
            <translation>명령이나 키 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Run the pipeline</source>
            <translation>파이프라인 실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Walk along the graph; Enter opens the log</source>
            <translation>그래프를 따라 이동, Enter로 로그 열기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Find anything that can be done</source>
            <translation>할 수 있는 모든 명령 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>All keys</source>
            <translation>모든 단축키</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <location filename="flowdesk/gui/tool_bar.py" />
            <source>Tool bar</source>
            <translation>도구 모음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Run, stop and go on; what cannot be done says why</source>
            <translation>실행하고 멈추고 이어 갑니다. 할 수 없으면 이유를 알려 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Tabs</source>
            <translation>탭</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>One for each pipeline that is open</source>
            <translation>열린 파이프라인마다 하나씩</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Tasks, and on the lines between them the values that they hand over</source>
            <translation>태스크와, 선 위에는 태스크가 주고받는 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Status</source>
            <translation>상태</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>How the run stands that is shown</source>
            <translation>표시된 실행의 상태</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>Show me around</source>
            <translation>둘러보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/help/tour.py" />
            <source>&amp;Got it</source>
            <translation>알겠습니다(&amp;G)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/duration_plot.py" />
            <source>How long it took over the runs</source>
            <translation>실행별 소요 시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/duration_plot.py" />
            <location filename="flowdesk/gui/history/legend.py" />
            <source>all other tasks</source>
            <translation>그 밖의 태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/plot.py" />
            <source>The value over the runs</source>
            <translation>실행별 값의 추이</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/plot.py" />
            <location filename="flowdesk/gui/history/view.py" />
            <source>not pushed</source>
            <translation>푸시되지 않음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/view.py" />
            <source>A secret value: only when it was pushed is told.</source>
            <translation>비밀 값입니다. 푸시된 시각만 표시합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/view.py" />
            <source>≠ where it changed, = where it stayed.</source>
            <translation>≠는 바뀐 곳, =는 그대로인 곳입니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/view.py" />
            <location filename="flowdesk/gui/panels/durations.py" />
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>{n} run</source>
            <translation>실행 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/view.py" />
            <location filename="flowdesk/gui/panels/durations.py" />
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>{n} runs</source>
            <translation>실행 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/view.py" />
            <source>, in {n} of them not pushed (x)</source>
            <translation>, 그중 {n}개에서 푸시되지 않음 (x)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/history/view.py" />
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>A click opens the run.</source>
            <translation>클릭하면 실행을 엽니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>Shape</source>
            <translation>형상</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <location filename="flowdesk/gui/inspector/json_model.py" />
            <location filename="flowdesk/gui/inspector/reading.py" />
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>Type</source>
            <translation>타입</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Numbers</source>
            <translation>숫자 개수</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>a single number</source>
            <translation>단일 숫자</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Not finite</source>
            <translation>유한하지 않음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Least</source>
            <translation>최솟값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Greatest</source>
            <translation>최댓값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Mean</source>
            <translation>평균</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Deviation</source>
            <translation>표준 편차</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_view.py" />
            <source>The numbers</source>
            <translation>숫자</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>Both are the same.</source>
            <translation>둘이 같습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>More than {n:,} differences; these are the first.</source>
            <translation>차이가 {n:,}개를 넘습니다. 처음 것만 표시합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} line differs.</source>
            <translation>{n}줄이 다릅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} lines differ.</source>
            <translation>{n}줄이 다릅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} part differs.</source>
            <translation>{n}곳이 다릅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} parts differ.</source>
            <translation>{n}곳이 다릅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>the whole</source>
            <translation>전체</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <location filename="flowdesk/gui/source/problem_tip.py" />
            <source>line {line}</source>
            <translation>{line}번째 줄</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/edited_strip.py" />
            <source>Edited by {user}; the task pushed {value}</source>
            <translation>{user}이(가) 편집함, 태스크는 {value}을(를) 푸시함</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Open &amp;folder</source>
            <translation>폴더 열기(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>&amp;Edit…</source>
            <translation>편집(&amp;E)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Put another value in its place, and run anew what takes it (F2)</source>
            <translation>다른 값으로 바꾸고 그 값을 쓰는 태스크를 새로 실행합니다 (F2)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>{key} of {task}</source>
            <translation>{task}의 {key}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Saving …</source>
            <translation>저장하는 중 …</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Saved as {name}</source>
            <translation>{name}(으)로 저장함</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Save the value</source>
            <translation>값 저장</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>{type}, pushed by try {number} at {moment}</source>
            <translation>{type}, {moment}에 시도 {number}에서 푸시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>{n:,} bytes</source>
            <translation>{n:,}바이트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/json_model.py" />
            <location filename="flowdesk/gui/inspector/panel.py" />
            <location filename="flowdesk/gui/inspector/scalar_view.py" />
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <location filename="flowdesk/gui/models/xcoms.py" />
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Value</source>
            <translation>값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>pushed by</source>
            <translation>푸시한 태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>pulled by</source>
            <translation>풀한 태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>pulled in run #{number} by</source>
            <translation>실행 #{number}에서 풀한 태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>Argument</source>
            <translation>인수</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <location filename="flowdesk/gui/models/events.py" />
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>Time</source>
            <translation>시각</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Lineage</source>
            <translation>계보</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/long_text.py" />
            <source>the first {part} of {whole}</source>
            <translation>전체 {whole} 중 처음 {part}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Double-click a value in the table of XComs, or a key in the graph, to look at it here.</source>
            <translation>XCom 표의 값이나 그래프의 키를 두 번 클릭하면 여기에 표시됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>This run has no such value.</source>
            <translation>이 실행에는 그런 값이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Over runs</source>
            <translation>실행별 추이</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Compare</source>
            <translation>비교</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>… {size} more</source>
            <translation>… {size} 더 있음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>link</source>
            <translation>링크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>folder</source>
            <translation>폴더</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>An empty directory</source>
            <translation>빈 디렉터리</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>Rows</source>
            <translation>행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>Columns</source>
            <translation>열</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>Rows of the table</source>
            <translation>테이블의 행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} row</source>
            <translation>{n}행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} rows</source>
            <translation>{n}행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} column</source>
            <translation>{n}열</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} columns</source>
            <translation>{n}열</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>Sorting by {column} …</source>
            <translation>{column}(으)로 정렬하는 중 …</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Find in keys and values, with Enter</source>
            <translation>키와 값에서 찾기, Enter로 검색</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Copy &amp;value</source>
            <translation>값 복사(&amp;V)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Copy &amp;path</source>
            <translation>경로 복사(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Parts of the value</source>
            <translation>값의 구성</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Searching …</source>
            <translation>검색하는 중 …</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>{n:,} found</source>
            <translation>{n:,}개 찾음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>the first {n:,} found</source>
            <translation>처음 {n:,}개 찾음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <location filename="flowdesk/gui/log/find_bar.py" />
            <location filename="flowdesk/gui/panels/find_bar.py" />
            <source>Not found</source>
            <translation>찾지 못함</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Too long to be copied; save the whole value instead</source>
            <translation>복사하기에 너무 깁니다. 대신 값 전체를 저장하세요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Pushed once only: there is no other try of this run, and no earlier run, to compare it with.</source>
            <translation>한 번만 푸시되어 비교할 다른 시도나 이전 실행이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Differences</source>
            <translation>차이</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Comparing …</source>
            <translation>비교하는 중 …</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/value_view.py" />
            <source>Reading …</source>
            <translation>읽는 중 …</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <source>Find in the text</source>
            <translation>텍스트에서 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <source>Show &amp;more</source>
            <translation>더 보기(&amp;M)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <source>This is {part}.</source>
            <translation>{part}입니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/language_menu.py" />
            <source>&amp;Language</source>
            <translation>언어(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/language_menu.py" />
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>As the &amp;system</source>
            <translation>시스템 설정에 따름(&amp;S)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/language_menu.py" />
            <source>flowdesk speaks it when it is opened the next time</source>
            <translation>flowdesk를 다음에 열 때 적용됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/language_menu.py" />
            <source>flowdesk speaks the language that you chose when it is opened the next time.</source>
            <translation>선택한 언어는 flowdesk를 다음에 열 때 적용됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>All levels</source>
            <translation>모든 수준</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>Info and above</source>
            <translation>정보 이상</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>Warnings and errors</source>
            <translation>경고와 오류</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>Errors only</source>
            <translation>오류만</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>Output and error output</source>
            <translation>표준 출력과 오류 출력</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>Output only</source>
            <translation>표준 출력만</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>Error output only</source>
            <translation>오류 출력만</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/filter_menu.py" />
            <source>Filter</source>
            <translation>필터</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Find in the log</source>
            <translation>로그에서 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Capital and small letters are told apart</source>
            <translation>대소문자 구분</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Regular expression</source>
            <translation>정규식</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Go to the one before (Shift+Enter)</source>
            <translation>이전 결과로 (Shift+Enter)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Go to the next one (Enter)</source>
            <translation>다음 결과로 (Enter)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Not an expression: {error}</source>
            <translation>올바른 정규식이 아닙니다: {error}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>Looking…</source>
            <translation>찾는 중…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>{count} found</source>
            <translation>{count}개 찾음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/find_bar.py" />
            <source>{place} of {count}</source>
            <translation>{count}개 중 {place}번째</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>Copy with &amp;times</source>
            <translation>시각과 함께 복사(&amp;T)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>Copy with a terminal's &amp;colours</source>
            <translation>터미널 색과 함께 복사(&amp;C)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>Select &amp;all</source>
            <translation>모두 선택(&amp;A)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>&amp;First error</source>
            <translation>첫 오류(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/log_menu.py" />
            <source>&amp;Find…</source>
            <translation>찾기(&amp;F)…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/new_lines.py" />
            <source>Go to the end and follow it (Ctrl+End)</source>
            <translation>끝으로 가서 따라가기 (Ctrl+End)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/new_lines.py" />
            <source>1 new line</source>
            <translation>새 줄 1개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/new_lines.py" />
            <source>{count} new lines</source>
            <translation>새 줄 {count}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/overview.py" />
            <source>Errors and finds in the whole log</source>
            <translation>로그 전체의 오류와 검색 결과</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/saving.py" />
            <source>Save the log</source>
            <translation>로그 저장</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/saving.py" />
            <source>Logs (*.log *.txt);;All files (*)</source>
            <translation>로그 (*.log *.txt);;모든 파일 (*)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log/saving.py" />
            <source>The log could not be saved: {reason}</source>
            <translation>로그를 저장하지 못했습니다: {reason}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/log_link.py" />
            <source>There is no file {file} here.</source>
            <translation>여기에 {file} 파일이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/main_window.py" />
            <source>Pipelines (*.toml);;All files (*)</source>
            <translation>파이프라인 (*.toml);;모든 파일 (*)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/main_window.py" />
            <source>Open a pipeline</source>
            <translation>파이프라인 열기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/main_window.py" />
            <source>Open a folder</source>
            <translation>폴더 열기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>&amp;File</source>
            <translation>파일(&amp;F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>T&amp;ask</source>
            <translation>태스크(&amp;A)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>&amp;Graph</source>
            <translation>그래프(&amp;G)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>&amp;Time</source>
            <translation>시간(&amp;T)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>&amp;Log</source>
            <translation>로그(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>&amp;View</source>
            <translation>보기(&amp;V)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menu_actions.py" />
            <source>&amp;Help</source>
            <translation>도움말(&amp;H)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menus.py" />
            <source>P&amp;references</source>
            <translation>환경 설정(&amp;R)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menus.py" />
            <source>&amp;Panels</source>
            <translation>패널(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/menus.py" />
            <source>All of its &amp;group</source>
            <translation>속한 그룹 전체(&amp;G)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Run started</source>
            <translation>실행 시작</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Run resumed</source>
            <translation>실행 재개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Run paused</source>
            <translation>실행 일시 정지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Run continued</source>
            <translation>실행 계속</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Task expanded</source>
            <translation>태스크 확장</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Try started</source>
            <translation>시도 시작</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Value pushed</source>
            <translation>값 푸시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Value edited</source>
            <translation>값 편집</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Try finished</source>
            <translation>시도 끝</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Task moved</source>
            <translation>태스크 상태 변경</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Request answered</source>
            <translation>요청에 응답</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Run finished</source>
            <translation>실행 끝</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <location filename="flowdesk/gui/panels/log.py" />
            <source>It asks: {question}</source>
            <translation>질문: {question}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>{value}, as it was pushed</source>
            <translation>{value}, 푸시된 그대로</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>{value}, in the place of {original}</source>
            <translation>{original} 대신 {value}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>{value}, in the place of {original}, by {by}</source>
            <translation>{original} 대신 {value}, {by} 편집</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>values of an earlier run</source>
            <translation>이전 실행의 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>picked {tasks}</source>
            <translation>{tasks} 선택</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>next try in {delay}</source>
            <translation>{delay} 후 다음 시도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/event_words.py" />
            <source>Made into {count:,} tasks</source>
            <translation>태스크 {count:,}개로 확장</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/events.py" />
            <source>Event</source>
            <translation>이벤트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/events.py" />
            <source>What</source>
            <translation>내용</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Severity</source>
            <translation>심각도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Line</source>
            <translation>줄</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Message</source>
            <translation>메시지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Code</source>
            <translation>코드</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>unknown</source>
            <translation>알 수 없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>The process that ran it ended before the run did</source>
            <translation>실행이 끝나기 전에 실행하던 프로세스가 종료되었습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>Nothing further starts until it is resumed</source>
            <translation>재개할 때까지 새로 시작하지 않습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>{n} of {whole} tasks</source>
            <translation>태스크 {whole}개 중 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>It ran fewer tasks than the file has now: a part of it, or the file has grown since</source>
            <translation>지금 파일보다 적은 태스크를 실행했습니다. 일부만 실행했거나 그 뒤 파일이 늘어났습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <location filename="flowdesk/gui/stage.py" />
            <source>run #{number}</source>
            <translation>실행 #{number}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>another run</source>
            <translation>다른 실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>imported</source>
            <translation>가져옴</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>A task of the run {id} started it</source>
            <translation>실행 {id}의 태스크가 시작했습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>It was run elsewhere, and imported</source>
            <translation>다른 곳에서 실행한 것을 가져왔습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>Params</source>
            <translation>매개변수</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>Ran</source>
            <translation>실행됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/runs.py" />
            <source>From</source>
            <translation>출처</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>A secret value: it is kept encrypted, and shown to no one</source>
            <translation>비밀 값: 암호화하여 보관하며 누구에게도 보이지 않습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>{value} (edited)</source>
            <translation>{value} (편집됨)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>Edited by {user} at {moment}</source>
            <translation>{moment}에 {user}이(가) 편집</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>Original: {value}</source>
            <translation>원래 값: {value}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/models/xcoms.py" />
            <source>Try {number}; a later try pushed this key again</source>
            <translation>시도 {number}, 이후 시도가 이 키를 다시 푸시했습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/notice.py" />
            <source>Close</source>
            <translation>닫기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <location filename="flowdesk/gui/panels/xcoms.py" />
            <source>XComs</source>
            <translation>XCom</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>What the tasks pushed</source>
            <translation>태스크가 푸시한 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <location filename="flowdesk/gui/panels/problems.py" />
            <location filename="flowdesk/gui/problem_call.py" />
            <source>Problems</source>
            <translation>문제</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>What is wrong with the file</source>
            <translation>파일에서 잘못된 점</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>What the selected task printed</source>
            <translation>선택한 태스크가 출력한 내용</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>The file as it is written, problems marked</source>
            <translation>문제를 표시한 파일 원문</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>One value whole: its content, past and origin</source>
            <translation>값 하나의 전체: 내용, 추이, 출처</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Runs</source>
            <translation>실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>The runs of this file</source>
            <translation>이 파일의 실행</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Details</source>
            <translation>상세</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>All that is known of the selected task and its tries</source>
            <translation>선택한 태스크와 그 시도의 모든 정보</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Gantt</source>
            <translation>간트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>When each task waited and ran, and which ones the run's length hangs on</source>
            <translation>각 태스크가 대기하고 실행된 시간과 전체 소요 시간을 결정한 태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Events</source>
            <translation>이벤트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>All that happened in the run, in its order</source>
            <translation>실행에서 일어난 모든 일을 순서대로</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Durations</source>
            <translation>소요 시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>How long the selected task, or the whole run, took over the runs</source>
            <translation>선택한 태스크나 실행 전체의 실행별 소요 시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/pages.py" />
            <source>Start page (Ctrl+T)</source>
            <translation>시작 페이지 (Ctrl+T)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/pages.py" />
            <location filename="flowdesk/gui/start/page.py" />
            <source>Start page</source>
            <translation>시작 페이지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/palette/entries.py" />
            <location filename="flowdesk/gui/status_line.py" />
            <source>Run #{number} · {state}</source>
            <translation>실행 #{number} · {state}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/palette/palette.py" />
            <source>Command palette</source>
            <translation>명령 팔레트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/palette/palette.py" />
            <source>Find an action, a task, a run or a file</source>
            <translation>명령, 태스크, 실행, 파일 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/palette/palette.py" />
            <source>What to find</source>
            <translation>찾을 내용</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/palette/palette.py" />
            <source>What fits</source>
            <translation>찾은 항목</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/palette/palette.py" />
            <source>Nothing fits</source>
            <translation>맞는 것이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>Selected task</source>
            <translation>선택한 태스크</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>How long the selected task took in each run</source>
            <translation>선택한 태스크의 실행별 소요 시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>Whole run</source>
            <translation>실행 전체</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>How long each run took, and in which tasks the time went</source>
            <translation>각 실행의 소요 시간과 태스크별 비중</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>No task is selected: the whole run</source>
            <translation>선택한 태스크 없음: 실행 전체</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>No runs yet.</source>
            <translation>아직 실행이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>median {time}</source>
            <translation>중앙값 {time}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/durations.py" />
            <source>the line across a bar is how long the run took</source>
            <translation>막대를 가로지르는 선은 실행의 소요 시간입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/event_table.py" />
            <source>Events of the run</source>
            <translation>실행의 이벤트</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>Filter by kind, task or what happened</source>
            <translation>종류, 태스크, 내용으로 필터</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>Which kinds of events are shown</source>
            <translation>표시할 이벤트 종류</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>Only events of the selected task</source>
            <translation>선택한 태스크의 이벤트만</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>Show the run as it was after this event (Enter)</source>
            <translation>이 이벤트 직후의 실행 보기 (Enter)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>Copy the selected events as JSON (Ctrl+C)</source>
            <translation>선택한 이벤트를 JSON으로 복사 (Ctrl+C)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>All kinds</source>
            <translation>모든 종류</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>{shown:,} of {total:,}</source>
            <translation>{total:,}개 중 {shown:,}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>Nothing has happened yet. All that happens in a run is listed here.</source>
            <translation>아직 아무 일도 없습니다. 실행에서 일어나는 모든 일이 여기에 나열됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/events.py" />
            <source>No event passes the filter.</source>
            <translation>필터에 맞는 이벤트가 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/instance_box.py" />
            <source>Instance</source>
            <translation>인스턴스</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/line_bar.py" />
            <location filename="flowdesk/gui/panels/source.py" />
            <source>Go to line</source>
            <translation>줄로 이동</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/line_bar.py" />
            <source>Go to line (1 to {last})</source>
            <translation>줄로 이동 (1 ~ {last})</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>Select a task to read what it prints.</source>
            <translation>태스크를 선택하면 출력이 표시됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>Nothing printed yet.</source>
            <translation>아직 출력이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>It printed nothing.</source>
            <translation>출력이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>No line passes the filter: {filter}.</source>
            <translation>필터에 맞는 줄이 없습니다: {filter}.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>This task has not run.</source>
            <translation>이 태스크는 실행되지 않았습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>What this task is to be made into is not known yet.</source>
            <translation>이 태스크가 몇 개로 확장될지 아직 모릅니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>Nothing ran: all is as it was in an earlier run, whose values were used again.</source>
            <translation>이전 실행과 같아 실행하지 않고 그 값을 다시 썼습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <location filename="flowdesk/gui/panels/source.py" />
            <source>Find</source>
            <translation>찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>There is no error in the log</source>
            <translation>로그에 오류가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>There is no log</source>
            <translation>로그가 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log.py" />
            <source>It waits {detail}.</source>
            <translation>대기 중: {detail}.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Which try's log is shown</source>
            <translation>로그를 표시할 시도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Go to the next error in the log</source>
            <translation>로그의 다음 오류로 갑니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Find in the log (Ctrl+F)</source>
            <translation>로그에서 찾기 (Ctrl+F)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Which lines are shown</source>
            <translation>표시할 줄</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Break long lines</source>
            <translation>긴 줄 바꿈</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>Show when each line was printed</source>
            <translation>각 줄이 출력된 시각 표시</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>What can be done to this task</source>
            <translation>이 태스크에 할 수 있는 작업</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>All tries</source>
            <translation>모든 시도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>1 error</source>
            <translation>오류 1개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/log_head.py" />
            <source>{count} errors</source>
            <translation>오류 {count}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/past_strip.py" />
            <source>This is the file as it was in run #{number}.</source>
            <translation>실행 #{number} 당시의 파일입니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/past_strip.py" />
            <source>Show it as it is now</source>
            <translation>지금 파일 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/past_strip.py" />
            <source>This is the file as it is now; run #{number} ran another text.</source>
            <translation>지금의 파일입니다. 실행 #{number}은(는) 다른 내용을 실행했습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/past_strip.py" />
            <source>Show that of the run</source>
            <translation>실행 당시 파일 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problem_menu.py" />
            <source>Go to {place}</source>
            <translation>{place}(으)로 이동</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problem_menu.py" />
            <source>Copy &amp;all</source>
            <translation>모두 복사(&amp;A)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problems.py" />
            <source>No problems. The file is checked each time it is saved.</source>
            <translation>문제가 없습니다. 파일은 저장할 때마다 검사합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problems.py" />
            <source>No problem matches the filter.</source>
            <translation>필터에 맞는 문제가 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problems.py" />
            <source>Filter by message, code, severity or file</source>
            <translation>메시지, 코드, 심각도, 파일로 필터</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs.py" />
            <source>Copied {id}</source>
            <translation>{id} 복사함</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs.py" />
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>Runs as a list</source>
            <translation>실행 목록</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs.py" />
            <source>No run is like that.</source>
            <translation>조건에 맞는 실행이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs.py" />
            <source>No runs yet. Run the pipeline, here or in a terminal, and it appears here.</source>
            <translation>아직 실행이 없습니다. 여기나 터미널에서 파이프라인을 실행하면 나타납니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>Two runs are picked. Compare them with Ctrl+D.</source>
            <translation>실행 두 개를 골랐습니다. Ctrl+D로 비교하세요.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>One run is picked. Ctrl+click another one to compare them.</source>
            <translation>실행 하나를 골랐습니다. 다른 실행을 Ctrl+click 하면 비교할 수 있습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>{n} run found</source>
            <translation>실행 {n}개 찾음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>{n} runs found</source>
            <translation>실행 {n}개 찾음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>{found}, more as you scroll</source>
            <translation>{found}, 스크롤하면 더 있음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_foot.py" />
            <source>{n} of {total} runs, more as you scroll</source>
            <translation>실행 {total}개 중 {n}개, 스크롤하면 더 있음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>At any time</source>
            <translation>전체 기간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>In the last 24 hours</source>
            <translation>최근 24시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>In the last 7 days</source>
            <translation>최근 7일</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>In the last 30 days</source>
            <translation>최근 30일</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>Runs as a grid of runs and tasks</source>
            <translation>실행과 태스크 그리드</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>Find runs: number, id, param, reason</source>
            <translation>실행 찾기: 번호, ID, 매개변수, 이유</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>Find runs</source>
            <translation>실행 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>Show all runs</source>
            <translation>모든 실행 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/runs_head.py" />
            <source>Filter by state and time</source>
            <translation>상태와 시간으로 필터</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source.py" />
            <source>Find in the file</source>
            <translation>파일에서 찾기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source_head.py" />
            <source>Which of the pipeline's files is shown</source>
            <translation>표시할 파이프라인 파일</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source_head.py" />
            <source>Open this file in your editor (Ctrl+E)</source>
            <translation>이 파일을 편집기에서 열기 (Ctrl+E)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source_head.py" />
            <source>Open in editor</source>
            <translation>편집기에서 열기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/xcoms.py" />
            <source>No values yet. What tasks push appears here while they run.</source>
            <translation>아직 값이 없습니다. 실행 중에 태스크가 푸시한 값이 여기에 나타납니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/xcoms.py" />
            <source>No value matches the filter.</source>
            <translation>필터에 맞는 값이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/panels/xcoms.py" />
            <source>Filter by task, key, type, value, or edited:</source>
            <translation>태스크, 키, 타입, 값 또는 edited:로 필터</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/part_strip.py" />
            <source>Run #{number} was asked for {told} of {all}; the others are dimmed and did not run.</source>
            <translation>실행 #{number}은(는) {all} 중 {told}만 실행했습니다. 나머지는 흐리게 표시되며 실행되지 않았습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/pointing.py" />
            <source>This pipeline has no such run.</source>
            <translation>이 파이프라인에는 그런 실행이 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/pointing.py" />
            <source>There is no task '{name}' in what is shown.</source>
            <translation>보이는 파이프라인에 태스크 '{name}'이(가) 없습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <location filename="flowdesk/gui/replay/player.py" />
            <location filename="flowdesk/gui/session.py" />
            <source>No run is shown</source>
            <translation>표시된 실행이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>Run {run} is shown as it was; go back to now first (Alt+End)</source>
            <translation>실행 {run}의 과거를 보고 있습니다. 먼저 현재로 돌아가세요 (Alt+End)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>The run has not answered yet</source>
            <translation>실행이 아직 응답하지 않았습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{name}' has not run yet</source>
            <translation>'{name}'은(는) 아직 실행되지 않았습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>The run is being stopped</source>
            <translation>실행을 중지하는 중입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>Run {run} is paused already</source>
            <translation>실행 {run}은(는) 이미 일시 정지되어 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>Run {run} is running; only a paused or interrupted run can be resumed</source>
            <translation>실행 {run}은(는) 실행 중입니다. 일시 정지되거나 중단된 실행만 재개할 수 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>Run {run} is over; only a paused or interrupted run can be resumed</source>
            <translation>실행 {run}은(는) 끝났습니다. 일시 정지되거나 중단된 실행만 재개할 수 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>Run {run} was interrupted; resume it first</source>
            <translation>실행 {run}이(가) 중단되었습니다. 먼저 재개하세요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>Nothing has failed in run {run}</source>
            <translation>실행 {run}에서 실패한 것이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{name}' is {state} already</source>
            <translation>'{name}'은(는) 이미 {state} 상태입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{name}' is not running: it is {state}</source>
            <translation>'{name}'은(는) 실행 중이 아닙니다. 현재 {state} 상태입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{name}' has not failed</source>
            <translation>'{name}'은(는) 실패하지 않았습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>None of these tasks has run yet</source>
            <translation>이 태스크 중 실행된 것이 아직 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>None of these tasks has failed</source>
            <translation>이 태스크 중 실패한 것이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{name}' declares no key '{key}'</source>
            <translation>'{name}'에 선언된 키 '{key}'이(가) 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{name}' is a mapped task; edit a value of one of those made of it</source>
            <translation>'{name}'은(는) 매핑된 태스크입니다. 확장된 태스크의 값을 편집하세요</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{name}' has not ended: it is {state}</source>
            <translation>'{name}'이(가) 끝나지 않았습니다. 현재 {state} 상태입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>The last try of '{name}' did not push '{key}'</source>
            <translation>'{name}'의 마지막 시도가 '{key}'을(를) 푸시하지 않았습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>'{key}' of '{name}' was not edited</source>
            <translation>'{name}'의 '{key}'은(는) 편집되지 않았습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/possible.py" />
            <source>Run {run} is not running</source>
            <translation>실행 {run}은(는) 실행 중이 아닙니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/problem_call.py" />
            <source>Problems ({n})</source>
            <translation>문제 ({n})</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/problem_counts.py" />
            <source>{problems}: show the list</source>
            <translation>{problems}: 목록 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/question_bar.py" />
            <source>Questions</source>
            <translation>질문</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/question_bar.py" />
            <source>… and {n} more after these</source>
            <translation>… 이어서 {n}개 더</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>asked by {task}</source>
            <translation>{task}의 질문</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>run #{run}</source>
            <translation>실행 #{run}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>{time} left to answer</source>
            <translation>답변까지 {time} 남음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>Answering…</source>
            <translation>답변하는 중…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>Answer</source>
            <translation>답변</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/recent.py" />
            <source>Open &amp;recent</source>
            <translation>최근 항목 열기(&amp;R)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/recent.py" />
            <source>No file yet</source>
            <translation>아직 파일이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>Play the run from here (F9)</source>
            <translation>여기부터 재생 (F9)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>How fast it is played; long silences are shortened</source>
            <translation>재생 속도. 긴 공백은 줄입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>Speed of the replay</source>
            <translation>재생 속도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>How far into the run this is, and how long it has taken</source>
            <translation>실행에서 지금 위치와 전체 길이</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>Now</source>
            <translation>현재</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>Back to now (Alt+End)</source>
            <translation>현재로 돌아가기 (Alt+End)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>To the event before (Alt+Left)</source>
            <translation>이전 이벤트로 (Alt+Left)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>To the next event (Alt+Right)</source>
            <translation>다음 이벤트로 (Alt+Right)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/bar.py" />
            <source>Stay here (F9)</source>
            <translation>여기서 멈춤 (F9)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/marks.py" />
            <source>failure</source>
            <translation>실패</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/marks.py" />
            <source>question</source>
            <translation>질문</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/marks.py" />
            <source>edited value</source>
            <translation>편집된 값</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/marks.py" />
            <source>retry</source>
            <translation>재시도</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/marks.py" />
            <source>pause</source>
            <translation>일시 정지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/moment_strip.py" />
            <source>Back to now</source>
            <translation>현재로 돌아가기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/moment_strip.py" />
            <source>Show the run as it is now (Alt+End)</source>
            <translation>지금의 실행 보기 (Alt+End)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/moment_strip.py" />
            <source>This is run #{number} as it was at {clock}, {elapsed} after it began.</source>
            <translation>시작하고 {elapsed} 지난 {clock} 시점의 실행 #{number}입니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/player.py" />
            <source>Now is what is shown</source>
            <translation>현재가 표시되어 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/player.py" />
            <source>Nothing has failed in this run</source>
            <translation>이 실행에서 실패한 것이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/time_scale.py" />
            <location filename="flowdesk/gui/times.py" />
            <source>{seconds} s</source>
            <translation>{seconds}초</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/track.py" />
            <source>Time of the run</source>
            <translation>실행의 시간</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/replay/track.py" />
            <source>Arrows go from event to event, with Shift by a second, Home to the begin, End to now</source>
            <translation>화살표는 이벤트 단위, Shift와 함께는 1초 단위, Home은 처음, End는 현재로 이동합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <location filename="flowdesk/gui/session.py" />
            <source>Run #{number} is still running</source>
            <translation>실행 #{number}이(가) 아직 실행 중입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Run #{number} is a task of another run, and goes with that</source>
            <translation>실행 #{number}은(는) 다른 실행의 태스크이며 그와 함께 처리됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Export run #{number}</source>
            <translation>실행 #{number} 내보내기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Runs ({files})</source>
            <translation>실행 ({files})</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Run #{number} is in {file}</source>
            <translation>실행 #{number}을(를) {file}에 저장했습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Import a run</source>
            <translation>실행 가져오기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>All files</source>
            <translation>모든 파일</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>{n} try with its log</source>
            <translation>시도 {n}번과 로그</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>{n} tries with their logs</source>
            <translation>시도 {n}번과 로그</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>{n} value</source>
            <translation>값 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>{n} values</source>
            <translation>값 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>{n} run of its tasks</source>
            <translation>태스크가 시작한 실행 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>{n} runs of its tasks</source>
            <translation>태스크가 시작한 실행 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Delete run #{number}?</source>
            <translation>실행 #{number}을(를) 삭제할까요?</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Lost for good: {parts}. The pipeline's file stays.</source>
            <translation>영구히 사라집니다: {parts}. 파이프라인 파일은 남습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Delete</source>
            <translation>삭제</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Run #{number} is deleted</source>
            <translation>실행 #{number}을(를) 삭제했습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Run #{number} is at work, and stays</source>
            <translation>실행 #{number}은(는) 실행 중이어서 그대로 둡니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>Imported as run #{number}</source>
            <translation>실행 #{number}(으)로 가져왔습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>It is here already, as run #{number}</source>
            <translation>이미 실행 #{number}(으)로 있습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_errands.py" />
            <source>of {path}</source>
            <translation>{path}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_strip.py" />
            <source>Resume</source>
            <translation>재개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_strip.py" />
            <source>Run #{number} was interrupted: the process that ran it died. What has succeeded is kept; the rest can go on from here.</source>
            <translation>실행 #{number}이(가) 중단되었습니다. 실행하던 프로세스가 종료되었습니다. 성공한 것은 보존되며 나머지는 여기서 이어 갈 수 있습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/run_strip.py" />
            <source>Run #{number} is paused: nothing further starts until it is resumed.</source>
            <translation>실행 #{number}이(가) 일시 정지되었습니다. 재개할 때까지 새로 시작하지 않습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/session.py" />
            <source>No process could be started for the run.</source>
            <translation>실행할 프로세스를 시작하지 못했습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/session.py" />
            <source>A run is starting</source>
            <translation>실행을 시작하는 중입니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/session.py" />
            <source>The run ended before it began, and did not say why.</source>
            <translation>실행이 시작되기 전에 이유 없이 끝났습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/source/problem_tip.py" />
            <source>{name}, line {line}</source>
            <translation>{name}, {line}번째 줄</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>Reading the file</source>
            <translation>파일을 읽는 중</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>Nothing to draw yet</source>
            <translation>아직 그릴 것이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>The file has problems. Mend them, and its graph appears here.</source>
            <translation>파일에 문제가 있습니다. 고치면 여기에 그래프가 나타납니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/stale_strip.py" />
            <source>Show the problems</source>
            <translation>문제 보기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/stale_strip.py" />
            <source>The file has {errors}; this is what of it can be drawn.</source>
            <translation>파일에 {errors}가 있어 그릴 수 있는 만큼만 표시합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/stale_strip.py" />
            <source>The file has {errors}; this is the last good graph.</source>
            <translation>파일에 {errors}가 있어 마지막으로 올바른 그래프를 표시합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>Open a file…</source>
            <translation>파일 열기…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>Open a folder…</source>
            <translation>폴더 열기…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>Recent</source>
            <translation>최근 항목</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>Nothing yet: open a pipeline, or drop its file here.</source>
            <translation>아직 없습니다. 파이프라인을 열거나 파일을 여기에 끌어다 놓으세요.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>No pipelines there: files in TOML with a [tasks] table.</source>
            <translation>파이프라인이 없습니다. [tasks] 테이블이 있는 TOML 파일이 파이프라인입니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>Examples</source>
            <translation>예제</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>{n} pipeline</source>
            <translation>파이프라인 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>{n} pipelines</source>
            <translation>파이프라인 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>Copied to {place} when you open one, so that you can change it.</source>
            <translation>열면 고칠 수 있도록 {place}에 복사합니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>Opened where they lie, in {place}.</source>
            <translation>{place}에 있는 그대로 엽니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/page.py" />
            <source>The example could not be copied: {error}</source>
            <translation>예제를 복사하지 못했습니다: {error}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/row.py" />
            <source>Open it and run it</source>
            <translation>열어서 실행합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/start/section.py" />
            <source>Show all {n}</source>
            <translation>모두 보기({n})</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Waiting</source>
            <translation>대기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Up for retry</source>
            <translation>재시도 대기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Success</source>
            <translation>성공</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Failed</source>
            <translation>실패</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Upstream failed</source>
            <translation>업스트림 실패</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Skipped</source>
            <translation>건너뜀</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Cancelled</source>
            <translation>취소됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Removed</source>
            <translation>제거됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Interrupted</source>
            <translation>중단됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Paused</source>
            <translation>일시 정지</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Asks</source>
            <translation>질문 중</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Timed out</source>
            <translation>시간 초과</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/status_line.py" />
            <source>Follow new runs</source>
            <translation>새 실행 따라가기</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/status_line.py" />
            <source>Show each run of this file as it begins, wherever it was started</source>
            <translation>어디에서 시작했든 이 파일의 실행이 시작되면 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/status_line.py" />
            <source>Starting…</source>
            <translation>시작하는 중…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/status_line.py" />
            <source>Opening…</source>
            <translation>여는 중…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/status_line.py" />
            <source>No run</source>
            <translation>실행 없음</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/status_line.py" />
            <source>Stopping…</source>
            <translation>중지하는 중…</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/status_line.py" />
            <source>{n}/{total} done</source>
            <translation>{n}/{total} 완료</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/steering.py" />
            <source>No process could be started.</source>
            <translation>프로세스를 시작하지 못했습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/steering.py" />
            <source>The process ended without an answer, and did not say why.</source>
            <translation>프로세스가 응답 없이 이유를 알리지 않고 끝났습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/steering.py" />
            <source>The run ended before it was asked.</source>
            <translation>요청하기 전에 실행이 끝났습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tabs/strip.py" />
            <source>Open pipelines</source>
            <translation>열린 파이프라인</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tabs/strip.py" />
            <source>Close &amp;others</source>
            <translation>다른 탭 닫기(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tabs/strip.py" />
            <source>Copy the file's &amp;path</source>
            <translation>파일 경로 복사(&amp;P)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tabs/tab.py" />
            <source>Start</source>
            <translation>시작</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tabs/tab.py" />
            <source>The file says something else than this run ran</source>
            <translation>파일이 이 실행이 실행한 것과 다릅니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>&amp;Mark</source>
            <translation>표시(&amp;M)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>Fol&amp;d or unfold</source>
            <translation>접기/펼치기(&amp;D)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>Show the group as one box, or its tasks one by one</source>
            <translation>그룹을 상자 하나로, 또는 태스크를 하나씩 보여 줍니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>&amp;Light</source>
            <translation>밝게(&amp;L)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>&amp;Dark</source>
            <translation>어둡게(&amp;D)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>&amp;High contrast</source>
            <translation>고대비(&amp;H)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>High &amp;contrast, dark</source>
            <translation>고대비, 어둡게(&amp;C)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>Light, dark or high contrast, as the desktop is; it changes with it</source>
            <translation>데스크톱 설정에 따라 밝게, 어둡게 또는 고대비로 표시하고 함께 바뀝니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>Dark words on a light ground, whatever the desktop is like</source>
            <translation>데스크톱 설정과 관계없이 밝은 바탕에 어두운 글자로 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>Light words on a dark ground, whatever the desktop is like</source>
            <translation>데스크톱 설정과 관계없이 어두운 바탕에 밝은 글자로 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>Black on white, with strong lines</source>
            <translation>흰 바탕에 검은 글자와 뚜렷한 선으로 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>White on black, with strong lines</source>
            <translation>검은 바탕에 흰 글자와 뚜렷한 선으로 표시합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/theme_menu.py" />
            <source>&amp;Theme</source>
            <translation>테마(&amp;T)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>just now</source>
            <translation>방금</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{n} min ago</source>
            <translation>{n}분 전</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{n} h ago</source>
            <translation>{n}시간 전</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>yesterday</source>
            <translation>어제</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{n} days ago</source>
            <translation>{n}일 전</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{seconds:.1f} s</source>
            <translation>{seconds:.1f}초</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{minutes} min {seconds:02} s</source>
            <translation>{minutes}분 {seconds:02}초</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{hours} h {minutes:02} min</source>
            <translation>{hours}시간 {minutes:02}분</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tray/tray.py" />
            <source>This desktop has neither a tray nor a portal that takes messages</source>
            <translation>이 데스크톱에는 알림을 받을 트레이나 포털이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tray/tray.py" />
            <source>{n} run goes on without the window</source>
            <translation>창 없이 실행 {n}개가 계속됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tray/tray.py" />
            <source>{n} runs go on without the window</source>
            <translation>창 없이 실행 {n}개가 계속됩니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/tray/tray_menu.py" />
            <source>&amp;Open the window</source>
            <translation>창 열기(&amp;O)</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/typed_text.py" />
            <source>a value is needed</source>
            <translation>값이 필요합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/typed_text.py" />
            <source>is no JSON in line {line}, column {column}: {why}</source>
            <translation>{line}번째 줄 {column}번째 열이 JSON이 아닙니다: {why}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/typed_text.py" />
            <source>there is no file {path}</source>
            <translation>{path} 파일이 없습니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/typed_text.py" />
            <source>expected a file {kinds}</source>
            <translation>{kinds} 파일이어야 합니다</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/value_link.py" />
            <source>'{task}' has not pushed '{key}' in what is shown.</source>
            <translation>표시된 실행에서 '{task}'은(는) '{key}'을(를) 푸시하지 않았습니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/value_link.py" />
            <source>run #{run}, try {number}</source>
            <translation>실행 #{run}, 시도 {number}</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/value_link.py" />
            <source>'{task}' pushed {keys}. Choose one in the table of XComs to look at it here.</source>
            <translation>'{task}'의 푸시: {keys}. XCom 표에서 하나를 선택하면 여기에 표시됩니다.</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/value_link.py" />
            <source>try {number}, as it was pushed</source>
            <translation>시도 {number}, 푸시된 그대로</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/value_link.py" />
            <source>try {number}, edited</source>
            <translation>시도 {number}, 편집됨</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>Error</source>
            <translation>오류</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>Warning</source>
            <translation>경고</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>Note</source>
            <translation>참고</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} warning</source>
            <translation>경고 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} warnings</source>
            <translation>경고 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} note</source>
            <translation>참고 {n}개</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} notes</source>
            <translation>참고 {n}개</translation>
        </message>
        <message>
            <source>It is a bug in flowdesk, not in your pipeline; runs go on. Please report it with the text below, which holds no values and no names of yours.</source>
            <translation type="vanished">파이프라인이 아니라 flowdesk의 버그입니다. 실행은 계속됩니다. 아래 텍스트와 함께 신고해 주세요. 사용자의 값이나 이름은 들어 있지 않습니다.</translation>
        </message>
    </context>
</TS>
