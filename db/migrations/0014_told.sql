-- What the log is told of looks: whether information is marked secret, for slices that show it by its face.
create or replace view information_face as
  select i.id, i.name, i.state, i.unit_id, i.area, i.personal_data,
         c.confidentiality, c.integrity, c.availability, c.traceability, i.secrecy_provisions <> '{}' as secret
  from information i left join classification c on c.id = i.classification_id;

-- Which event told of each step that this database has taken; null until the log has been told (src/kernel/migrate.ts).
alter table migration add column told_by uuid references audit_event;
