-- Default privileges may let others write to each new table. Beside the history they may do what they may do there.
do $$
declare
    given record;
begin
    for given in
        select entry.privilege_type as privilege,
            case entry.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(entry.grantee)) end as grantee
        from pg_class beside, pg_class history, aclexplode(beside.relacl) entry
        where beside.oid = ${table}::regclass and history.oid = ${history}::regclass
            and entry.privilege_type <> 'SELECT' and entry.grantee not in (beside.relowner, history.relowner)
            and not has_table_privilege(
                case entry.grantee when 0 then 'public' else pg_get_userbyid(entry.grantee) end,
                history.oid, entry.privilege_type)
    loop
        execute format('revoke %s on %s from %s', given.privilege, ${table}, given.grantee);
    end loop;
end
$$;
