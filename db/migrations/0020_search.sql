-- Finding people by a part of a name without reading every row. `lower` by Swedish rules costs more than the rest of the
-- search together, and was worked out for each person at each search; an index of trigrams holds it worked out.
create extension if not exists pg_trgm;

-- As the list of persons searches: names and e-mail.
create index person_search on person
  using gin ((lower((given_name || ' ' || family_name || ' ' || coalesce(email, '')) collate "sv-x-icu") collate "C") gin_trgm_ops);
-- As lists of other registers do: by the name alone.
create index person_name_search on person
  using gin ((lower((given_name || ' ' || family_name) collate "sv-x-icu") collate "C") gin_trgm_ops);
