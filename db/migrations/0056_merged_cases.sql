-- What follows a case into another: since when, so that what the two say differently is asked for as long as nobody has said it anew;
-- and of which case a figure was said that has come along.

select varna.extend_register('incident', 'merged_at timestamptz');
select varna.extend_register('incident_figure', 'from_case uuid references incident');
