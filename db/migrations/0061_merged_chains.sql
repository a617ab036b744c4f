-- What has gone into a case is found from it, and what had gone into that, and so on.
create index incident_merged_into on incident (merged_into) where merged_into is not null;
