-- The options that belong to a schema, by what has them, and the version of PostgreSQL that brought them (15 if it is
-- older). Every other option is left out of what is read: a server may keep there what it likes.
known_option(owner, since, names) as (values
    ('column', 15, array['n_distinct', 'n_distinct_inherited']),
    ('heap', 15, array[
        'fillfactor', 'parallel_workers', 'toast_tuple_target', 'user_catalog_table', 'vacuum_index_cleanup',
        'vacuum_truncate', 'autovacuum_enabled', 'autovacuum_analyze_scale_factor', 'autovacuum_analyze_threshold',
        'autovacuum_freeze_max_age', 'autovacuum_freeze_min_age', 'autovacuum_freeze_table_age',
        'autovacuum_multixact_freeze_max_age', 'autovacuum_multixact_freeze_min_age',
        'autovacuum_multixact_freeze_table_age', 'autovacuum_vacuum_cost_delay', 'autovacuum_vacuum_cost_limit',
        'autovacuum_vacuum_insert_scale_factor', 'autovacuum_vacuum_insert_threshold',
        'autovacuum_vacuum_scale_factor', 'autovacuum_vacuum_threshold', 'log_autovacuum_min_duration']),
    ('heap', 18, array['autovacuum_vacuum_max_threshold', 'vacuum_max_eager_freeze_failure_rate']),
    ('toast', 15, array[
        'vacuum_index_cleanup', 'vacuum_truncate', 'autovacuum_enabled', 'autovacuum_freeze_max_age',
        'autovacuum_freeze_min_age', 'autovacuum_freeze_table_age', 'autovacuum_multixact_freeze_max_age',
        'autovacuum_multixact_freeze_min_age', 'autovacuum_multixact_freeze_table_age',
        'autovacuum_vacuum_cost_delay', 'autovacuum_vacuum_cost_limit', 'autovacuum_vacuum_insert_scale_factor',
        'autovacuum_vacuum_insert_threshold', 'autovacuum_vacuum_scale_factor', 'autovacuum_vacuum_threshold',
        'log_autovacuum_min_duration']),
    ('toast', 18, array['autovacuum_vacuum_max_threshold', 'vacuum_max_eager_freeze_failure_rate']),
    ('view', 15, array['check_option', 'security_barrier', 'security_invoker']),
    ('btree', 15, array['deduplicate_items', 'fillfactor', 'vacuum_cleanup_index_scale_factor']),
    ('hash', 15, array['fillfactor']),
    ('gin', 15, array['fastupdate', 'gin_pending_list_limit']),
    ('gist', 15, array['buffering', 'fillfactor']),
    ('spgist', 15, array['fillfactor']),
    ('brin', 15, array['autosummarize', 'pages_per_range']),
    ('operator class', 15, array[
        'false_positive_rate', 'n_distinct_per_range', 'numranges', 'siglen', 'values_per_range'])
)
