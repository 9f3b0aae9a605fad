insert into clinics (id, town) values (gen_random_uuid(), 'Basle'), (gen_random_uuid(), 'Berne');
insert into owners (name, phone, address_street) select 'owner ' || i, i, 'street ' || i from generate_series(1, 200) i;
insert into vets (name, room, clinic_id) select 'vet ' || i, i, (select min(id::text)::uuid from clinics) from generate_series(1, 20) i;
insert into pets (name, species, owner_id) select 'pet ' || i, (array['DOG', 'CAT', 'BIRD'])[1 + i % 3], i from generate_series(1, 200) i;
insert into visits (pet_id, vet_id, at) select i, 1 + i % 20, '2024-01-01'::timestamptz + i * '1 hour'::interval from generate_series(1, 200) i;
insert into invoices (owner_id, issued) select i, '2024-01-01' from generate_series(1, 200) i;
insert into invoice_lines (invoice_id, what, amount) select i, 'what ' || i, i from generate_series(1, 200) i;
insert into medicines (name, stock) select 'medicine ' || i, i from generate_series(1, 20) i;
