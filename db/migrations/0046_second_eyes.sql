-- What the rule of two pairs of eyes rests on: everybody who has written, which wording somebody was heard on, and the greatest
-- risk that was ever seen.

-- Everybody who has written in an application, in the order they came: none of them decides on it.
select varna.extend_register('exception', 'writers uuid[] not null default ''{}''');
-- Which wording of the application this is. An opinion is on one wording, and on no later one.
select varna.extend_register('exception', 'wording integer not null default 1 check (wording > 0)');
select varna.extend_register('exception_opinion', 'wording integer not null default 1 check (wording > 0)');

-- Everybody who has written in a report, in the order they came: none of them approves it.
select varna.extend_register('incident_report', 'writers uuid[] not null default ''{}''');

-- The greatest risk that was ever set. To lower it is everybody's right who describes; to close what was great is not.
select varna.extend_register('deviation',
  'highest_level text check (highest_level in (''low'', ''medium'', ''high'', ''extreme''))');
