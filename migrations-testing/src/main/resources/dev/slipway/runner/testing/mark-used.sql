do $mark$ begin execute format('comment on database %I is %L', ${template}, 'last used ' || now()); end $mark$
