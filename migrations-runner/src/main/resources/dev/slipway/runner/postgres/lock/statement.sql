-- when the session began the statement that it runs, or ran last
select coalesce(activity.query_start::text, '') from pg_stat_get_activity(?) activity
