-- passkeys of members of staff, as Spring Security's JdbcUserCredentialRepository wants them;
-- the user's id is that of the account, in base64url
create table user_credentials (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000) not null,
    public_key_credential_type   varchar(100)  not null,
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);

create index user_credentials_owner on user_credentials (user_entity_user_id);
