-- Whoever signs in, by name and password, by wallet, or by both.
create table users (
  id bigint generated always as identity primary key,
  username varchar(32),
  username_key varchar(128) unique,
  password_hash varchar(255),
  wallet_address varchar(42) unique,
  role varchar(16) not null default 'user' check (role in ('user', 'staff', 'admin')),
  credentials_version integer not null default 0,
  last_login_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (username_key is not null or wallet_address is not null),
  check ((username is null) = (username_key is null) and (username is null) = (password_hash is null))
);
comment on column users.username_key is 'the name folded: what makes two names the same';
comment on column users.credentials_version is 'raised by a new password: tokens made before it no longer count';

-- Each sign-in begins a family; each refresh uses one token up and adds the next.
create table refresh_tokens (
  id uuid primary key,
  family_id uuid not null,
  user_id bigint not null references users on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now()
);
create index refresh_tokens_by_family on refresh_tokens (family_id);
create index refresh_tokens_by_user on refresh_tokens (user_id);
create index refresh_tokens_by_expiry on refresh_tokens (expires_at);

-- Nonces of Sign-In with Ethereum that were given out and not used yet.
create table siwe_nonces (
  nonce varchar(32) primary key,
  expires_at timestamptz not null
);
create index siwe_nonces_by_expiry on siwe_nonces (expires_at);
