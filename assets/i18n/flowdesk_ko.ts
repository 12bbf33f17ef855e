<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
    <context>
        <name>flowdesk</name>
        <message>
            <location filename="flowdesk/gui/actions.py" />
            <source>No pipeline is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/answer_label.py" />
            <source>Answer: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <source>Show the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <source>This is run #{number} of {moment}, not the file as it is now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <source>This is run #{number} of {moment}, not the file as it is now, which has {errors}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <location filename="flowdesk/gui/checked_file.py" />
            <location filename="flowdesk/gui/stale_strip.py" />
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/banner.py" />
            <location filename="flowdesk/gui/checked_file.py" />
            <location filename="flowdesk/gui/stale_strip.py" />
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/description.py" />
            <location filename="flowdesk/gui/canvas/folded_item.py" />
            <source>{n} task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/description.py" />
            <location filename="flowdesk/gui/canvas/folded_item.py" />
            <source>{n} tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/description.py" />
            <source>task {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/mapped_strip.py" />
            <source>{n} of them: {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/problem_badge.py" />
            <source>and {n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/rest_pill.py" />
            <source>+{n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/rest_pill.py" />
            <source>… and {n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>absent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>declared as {type}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>no value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>no value yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>pulled by {task} as {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>pulled as {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>edited by hand; it was {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/canvas/value_pill.py" />
            <source>pushed by try {number} at {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/checked_file.py" />
            <source>No file is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/checked_file.py" />
            <source>The file is being checked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/checked_file.py" />
            <source>The file has {errors}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>&amp;Fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Fit the graph into the view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom &amp;in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom &amp;out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_graph.py" />
            <source>Zoom out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_panels.py" />
            <source>&amp;Reset arrangement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_panels.py" />
            <source>Put all panels back to where they were at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <location filename="flowdesk/gui/menus.py" />
            <source>&amp;Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Run the pipeline; asks for its params, if it has any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>&amp;Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Stop the run that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>&amp;Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Let what runs come to its end, and start nothing further</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>R&amp;esume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Go on with a run that was paused or interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Retry &amp;failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Run again, in the same run, what failed and what did not run because of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>S&amp;how the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_run.py" />
            <source>Show the file as it is now, without a run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open a pipeline's file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <location filename="flowdesk/gui/dock_tabs.py" />
            <source>&amp;Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Close this pipeline; its run goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open in &amp;editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Open the file that the source panel shows in your editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Close the window; runs go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>&amp;About flowdesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/deeds/of_window.py" />
            <source>Which version this is, and what it runs on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/dock_tabs.py" />
            <source>&amp;Float</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/editors.py" />
            <source>No editor could be opened for {name}. Set $VISUAL to the one that you like.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>Shape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <location filename="flowdesk/gui/inspector/json_model.py" />
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>a single number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Not finite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Greatest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_summary.py" />
            <source>Deviation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/array_view.py" />
            <source>The numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>Both are the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>More than {n:,} differences; these are the first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} line differs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} lines differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} part differs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>{n} parts differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <source>the whole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/differing.py" />
            <location filename="flowdesk/gui/source/problem_tip.py" />
            <source>line {line}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <location filename="flowdesk/gui/panels/problem_menu.py" />
            <source>&amp;Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>&amp;Save as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Open &amp;folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>{key} of {task}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Saving …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Saved as {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>Save the value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <location filename="flowdesk/gui/value_link.py" />
            <source>try {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>{type}, pushed by try {number} at {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/head.py" />
            <source>{n:,} bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/json_model.py" />
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/json_model.py" />
            <location filename="flowdesk/gui/inspector/panel.py" />
            <location filename="flowdesk/gui/inspector/scalar_view.py" />
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>pushed by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>pulled by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>pulled in run #{number} by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <location filename="flowdesk/gui/models/instances.py" />
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>Argument</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>Try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/lineage_view.py" />
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/long_text.py" />
            <source>the first {part} of {whole}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Double-click a value in the table of XComs, or a key in the graph, to look at it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>This run has no such value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Over runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/panel.py" />
            <source>Lineage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>… {size} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>An empty directory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/reading.py" />
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>Rows of the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>{n} columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/table_view.py" />
            <source>Sorting by {column} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Find in keys and values, with Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Copy &amp;value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Copy &amp;path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Parts of the value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Searching …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>{n:,} found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>the first {n:,} found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <location filename="flowdesk/gui/panels/find_bar.py" />
            <source>Not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tree_view.py" />
            <source>Too long to be copied; save the whole value instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Pushed once only: there is no other try of this run, and no earlier run, to compare it with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/tries_view.py" />
            <source>Comparing …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/value_view.py" />
            <source>Reading …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <source>Find in the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <source>Show &amp;more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/inspector/words_view.py" />
            <source>This is {part}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/main_window.py" />
            <source>Pipelines (*.toml);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/main_window.py" />
            <source>Open a pipeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/menus.py" />
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/menus.py" />
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/menus.py" />
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Severity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/models/problems.py" />
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/notice.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>XComs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>What the tasks pushed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>What is wrong with the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>What the selected task printed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <location filename="flowdesk/gui/source/source_text.py" />
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>The file as it is written, problems marked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>One value whole: its content, past and origin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>Runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/page_panels.py" />
            <source>The runs of this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/instance_box.py" />
            <source>Which of the tasks made of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/instance_box.py" />
            <source>Instance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/line_bar.py" />
            <source>Go to line (1 to {last})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problem_menu.py" />
            <source>Go to {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problem_menu.py" />
            <source>Copy &amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problems.py" />
            <source>No problems. The file is checked each time it is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problems.py" />
            <source>No problem matches the filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/problems.py" />
            <source>Filter by message, code, severity or file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source.py" />
            <source>Find in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source.py" />
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source.py" />
            <source>Go to line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source_head.py" />
            <source>Which of the pipeline's files is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source_head.py" />
            <source>Open this file in your editor (Ctrl+E)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/panels/source_head.py" />
            <source>Open in editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/problem_counts.py" />
            <source>{problems}: show the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/question_bar.py" />
            <source>Questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/question_bar.py" />
            <source>… and {n} more after these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>asked by {task}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>run #{run}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>{time} left to answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>Answering…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/question_row.py" />
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/run_strip.py" />
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/run_strip.py" />
            <source>Run #{number} was interrupted: the process that ran it died. What has succeeded is kept; the rest can go on from here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/run_strip.py" />
            <source>Run #{number} is paused: nothing further starts until it is resumed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/source/problem_tip.py" />
            <source>{name}, line {line}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>an earlier run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>run #{number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>Reading the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>Nothing to draw yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stage.py" />
            <source>The file has problems. Mend them, and its graph appears here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stale_strip.py" />
            <source>Show the problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stale_strip.py" />
            <source>The file has {errors}; this is what of it can be drawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/stale_strip.py" />
            <source>The file has {errors}; this is the last good graph.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Up for retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Success</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Failed</source>
            <translation>실패</translation>
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Upstream failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Asks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Cached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/state_look.py" />
            <source>Timed out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>&amp;Retry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>Run it again in the same run, with what did not run because of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>&amp;Cancel this task…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>End what it runs; the run goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>C&amp;lear with downstream…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>Run it anew in the same run, with all that comes after it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>Clear it &amp;alone…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/task_menu.py" />
            <source>Run it anew in the same run; what comes after it stays as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{n} min ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{n} h ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{n} days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{seconds:.1f} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{minutes} min {seconds:02} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/times.py" />
            <source>{hours} h {minutes:02} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/value_link.py" />
            <source>run #{run}, try {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/value_link.py" />
            <source>'{task}' has not pushed '{key}' in what is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>Warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="flowdesk/gui/weight_look.py" />
            <source>{n} notes</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
