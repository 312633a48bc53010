-- The owner's account in n8n's own tables; values come from the environment, which other users can't read.
\getenv email OWNER_EMAIL
\getenv first OWNER_FIRST
\getenv last OWNER_LAST
\getenv password OWNER_PASSWORD
\set ON_ERROR_STOP on
begin;
update "user" set email = coalesce(nullif(lower(:'email'), ''), email),
  "firstName" = coalesce(nullif(:'first', ''), "firstName"), "lastName" = coalesce(nullif(:'last', ''), "lastName"),
  password = crypt(:'password', gen_salt('bf', 10)), "mfaEnabled" = false, "mfaSecret" = null, "mfaRecoveryCodes" = null,
  disabled = false, "updatedAt" = now()
  where "roleSlug" = 'global:owner';
insert into settings (key, value, "loadOnStartup") values ('userManagement.isInstanceOwnerSetUp', 'true', true)
  on conflict (key) do update set value = 'true';
commit;
select email from "user" where "roleSlug" = 'global:owner';
