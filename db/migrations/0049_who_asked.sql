-- Who at the authority asked for a report: another than the recipient of the notification can ask.
select varna.extend_register('incident_request', $$asked_by text not null default ''$$);
