-- Lost are the company's settings.

drop table company_settings;
