-- What waits among ten thousand open cases is found without looking at each of them: those whose work has taken too long, by when
-- they were reported; those to be followed up; and what reporters have added.
create index incident_at_work on incident (reported_at, id) where state in ('triaged', 'reopened', 'handled');
create index incident_follow_up on incident (follow_up_on, id) where followed_up_on is null and state in ('handled', 'closed');
create index incident_entry_added on incident_entry (incident_id, number) where kind = 'fromReporter';
