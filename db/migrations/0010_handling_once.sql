-- One way of handling information is declared once at a time: two who declare it at the same moment leave one row.
create unique index handling_once on handling
  (information_id, activity, carrier, place, coalesce(system_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where ended_on is null;
