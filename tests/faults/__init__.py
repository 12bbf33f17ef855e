"""What can hurt a run, its tasks and its store, and where it is tried.

Seconds are of two idle cores, about; all together take 170.

The engine is killed (kill -9)
    at every journal write and around every spawn, in any sort of task, while it expands one (55 s)
        test_engine_killed.py::test_a_killed_run_that_is_resumed_ends_as_an_unhurt_one
    while it answers requests, edits of values among them (15 s)
        test_engine_killed_answering.py::test_what_was_asked_is_done_once_whenever_the_engine_is_killed
    with a run in a run (3 s)
        test_inner_killed.py::test_what_is_left_of_both_runs_is_taken_up_and_no_process_is
    the inner one alone
        test_inner_killed.py::test_an_inner_engine_that_is_killed_fails_its_try_and_the_next_is_a_new_run
    between a try's end and its notice (1 s)
        test_notice_killed.py::test_nobody_is_told_twice_and_what_comes_after_is_told
    while it is stopped
        test_run_stopped.py::test_a_run_that_is_stopped_and_killed_can_be_taken_up
    and the window is
        ../journeys/test_window.py::test_a_killed_window_leaves_its_run_going_and_the_next_one_shows_it

A task, in a worker or a shell
    kill -9, SIGSEGV, os._exit, out of memory, a hang, 200 children, daemons, closed streams, 100 MB of log,
    garbage: all in one run (5 s)
        test_task_run.py::test_a_run_goes_on_whatever_its_tasks_die_of
    each by itself, and more (9 s)
        test_task_hurts.py::test_a_callable_out_of_memory_says_so

SIGSTOP and SIGCONT
    of the engine, a task in time (10 s)
        test_run_stopped.py::test_what_ended_in_time_while_the_engine_was_stopped_did_not_time_out
    of the engine, a task overdue
        test_run_stopped.py::test_a_task_that_overran_while_the_engine_was_stopped_is_ended_after_it
    of a worker
        test_run_stopped.py::test_a_worker_that_is_stopped_is_ended_at_its_timeout
    of a worker whose engine dies
        test_run_stopped.py::test_a_worker_that_is_stopped_ends_with_its_engine
    of a process that writes
        test_store_crowd.py::test_a_process_stopped_while_it_writes_is_told_as_a_lock_and_may_go_on

The terminal
    SIGHUP
        ../journeys/test_signals.py::test_the_first_cancels_the_run_and_leaves_no_process
    is closed (2 s)
        test_run_hung_up.py::test_a_run_whose_terminal_closes_is_cancelled_in_good_order
    is closed under `nohup`
        test_run_hung_up.py::test_a_run_that_ignores_hangups_goes_on_without_its_terminal
    its reader leaves
        ../journeys/test_signals.py::test_a_reader_that_leaves_does_not_end_the_run

The disk is full
    at any moment of a run (10 s)
        test_run_full.py::test_a_run_on_a_full_disk_says_so_and_is_taken_up_when_there_is_room
    at any moment of a commit (2 s)
        test_store_full.py::test_a_disk_that_is_full_at_any_moment_undoes_that_commit_alone
    by a limit on files
        test_store_full.py::test_a_limit_on_the_size_of_files_undoes_that_commit_alone

The store is
    read-only
        test_run_refused.py::test_a_store_on_a_read_only_disk_is_read_and_every_change_refused

    damaged, for each command (20 s)
        test_run_refused.py::test_a_damaged_store_is_told_by_every_command_and_left_as_it_is
    damaged, for the window
        ../gui/test_feed.py::test_a_damaged_store_is_told_once_in_a_sentence
    damaged in mid-run
        test_run_refused.py::test_a_store_that_is_damaged_in_mid_run_is_told_then_or_by_the_next_command
    damaged, any page of it (2 s)
        test_store_damage.py::test_any_page_of_garbage_is_told_or_is_not_needed
    locked for a while
        test_run_refused.py::test_a_run_waits_for_a_lock_that_is_soon_released
    locked for longer
        test_run_refused.py::test_a_run_ends_in_a_sentence_where_a_lock_stays_and_is_taken_up_after_it
    deleted or moved (1 s)
        test_store_gone.py::test_a_store_that_went_is_noticed_at_the_next_commit

Two engines
    asked for the same new run (4 s)
        test_two_engines.py::test_of_two_runs_of_one_id_one_is_refused
    asked to take up the same run
        test_two_engines.py::test_of_two_that_take_a_run_up_one_is_refused

The clock jumps by a day
    in mid-run (5 s)
        test_run_clock.py::test_what_is_due_comes_when_it_is_due
    between any two verbs (2 s)
        test_store_clock.py::test_nothing_ends_before_it_began

The file is edited, broken, deleted
    in mid-run (5 s)
        test_run_edited.py::test_a_run_keeps_its_definition_also_when_it_is_taken_up
    its module is
        test_run_edited.py::test_of_an_edited_module_a_run_that_is_taken_up_gets_the_new_one
    its module is gone
        test_run_edited.py::test_a_module_that_is_gone_fails_its_task_and_can_be_put_back

A crowd
    five terminals, two windows (5 s)
        test_run_crowd.py::test_five_terminals_and_two_windows_keep_nobody_waiting_and_miss_nothing
    five writers, two readers, 1,000 events a second
     (3 s)
        test_store_crowd.py::test_five_writers_and_two_readers_lose_nothing_at_a_thousand_events_a_second

The power goes
    at any commit of a run (7 s)
        test_run_power.py::test_a_run_is_taken_up_from_what_any_commit_left
    at any commit and any byte (9 s)
        test_store_power.py::test_a_wal_cut_anywhere_holds_all_commits_before_the_cut

The server of a store goes away
    in mid-run
        test_server_lost.py

The state machine
    any moves in any order
        ../plan/test_progress_machine.py

What is not mended: when the clock is set forward, the tries that are under way seem to have taken the jump
besides. The store keeps times, and cannot tell such a jump from a night in which the machine slept.
"""
