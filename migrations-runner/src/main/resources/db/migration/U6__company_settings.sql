-- Lost are the company's settings.
-- allow: data-lost-in-undo older services do not know settings

drop table company_settings;
