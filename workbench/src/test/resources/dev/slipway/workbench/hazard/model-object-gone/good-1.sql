-- compat: contract
alter table orders drop column remark;
