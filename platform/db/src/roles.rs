//! The six roles, made by a superuser before the first migration.

use kernel::config::Secret;
use sqlx::{AssertSqlSafe, PgConnection};

use crate::DbError;

/// The passwords that the roles sign in with.
#[derive(Debug, Clone)]
pub struct RolePasswords {
    /// `stoa_owner` owns the schema and runs migrations.
    pub owner: Secret<String>,
    /// `stoa_app` serves requests.
    pub app: Secret<String>,
    /// `stoa_relay` moves messages.
    pub relay: Secret<String>,
    /// `stoa_operator` provisions tenants.
    pub operator: Secret<String>,
}

/// A password that cannot be put into a statement.
#[derive(Debug, thiserror::Error)]
pub enum RolesError {
    /// Passwords are letters and digits, so that no quoting can go wrong.
    #[error("a role's password must be made of letters and digits")]
    Password,
    /// A statement failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Settings of the roles that requests come from: nothing may wait or idle for ever.
const TIMEOUTS: [(&str, &str); 3] = [
    ("statement_timeout", "10s"),
    ("lock_timeout", "2s"),
    ("idle_in_transaction_session_timeout", "30s"),
];

/// Makes the roles, or brings them up to date. `superuser` must be one; safe to repeat.
pub async fn ensure(
    superuser: &mut PgConnection,
    passwords: &RolePasswords,
) -> Result<(), RolesError> {
    let roles = [
        ("stoa_owner", Some(&passwords.owner)),
        ("stoa_app", Some(&passwords.app)),
        ("stoa_relay", Some(&passwords.relay)),
        ("stoa_operator", Some(&passwords.operator)),
        ("stoa_search", None),
        ("stoa_merchant", None),
    ];
    // Roles belong to the whole server: two programs that start at once must not both make them.
    run(superuser, "select pg_advisory_lock(7243111)".to_owned()).await?;
    let mut made = ensure_each(superuser, &roles).await;
    if made.is_ok() {
        // Transactions of a merchant's own staff become it, and nothing else does.
        made = run(superuser, "grant stoa_merchant to stoa_app".to_owned())
            .await
            .map_err(RolesError::from);
    }
    run(superuser, "select pg_advisory_unlock(7243111)".to_owned()).await?;
    made
}

async fn ensure_each(
    superuser: &mut PgConnection,
    roles: &[(&str, Option<&Secret<String>>)],
) -> Result<(), RolesError> {
    for &(role, password) in roles {
        let exists: bool =
            sqlx::query_scalar("select exists (select from pg_roles where rolname = $1)")
                .bind(role)
                .fetch_one(&mut *superuser)
                .await
                .map_err(DbError::from)?;
        if !exists {
            run(superuser, format!("create role {role}")).await?;
        }
        let login = match password {
            Some(password) if is_plain(password.expose()) => {
                format!("login password '{}'", password.expose())
            }
            Some(_) => return Err(RolesError::Password),
            None => "nologin".to_owned(),
        };
        // The owner of the database is a member of pg_database_owner, which owns the schema.
        let inherit = if role == "stoa_owner" {
            "inherit"
        } else {
            "noinherit"
        };
        run(
            superuser,
            format!(
                "alter role {role} {login} nosuperuser nobypassrls nocreaterole nocreatedb {inherit}"
            ),
        )
        .await?;
        if matches!(role, "stoa_app" | "stoa_relay" | "stoa_operator") {
            for (name, value) in TIMEOUTS {
                run(
                    superuser,
                    format!("alter role {role} set {name} = '{value}'"),
                )
                .await?;
            }
        }
    }
    Ok(())
}

/// Takes away what Postgres gives everybody in a new database, and no service role needs: temporary
/// tables, which come before the schema's in every path; `set_config`, with which one injected
/// expression could go on as another tenant; and `do` blocks. `superuser` is connected to that database.
/// Safe to repeat.
pub async fn confine(superuser: &mut PgConnection) -> Result<(), DbError> {
    sqlx::raw_sql(
        "do $$ begin
           execute format('revoke temporary on database %I from public', current_database());
         end $$;
         revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
         grant execute on function pg_catalog.set_config(text, text, boolean) to stoa_owner;
         revoke usage on language plpgsql from public;
         grant usage on language plpgsql to stoa_owner;",
    )
    .execute(superuser)
    .await?;
    Ok(())
}

/// Whether the session's role is `expected` and can do no more than it must; the text says what is
/// wrong.
pub(crate) async fn check(
    conn: &mut PgConnection,
    expected: &str,
) -> Result<Result<(), String>, DbError> {
    let (role, is_expected, is_unconfined, is_other, has_temporary): (
        String,
        bool,
        bool,
        bool,
        bool,
    ) = sqlx::query_as(
        "select current_user::text,
                pg_has_role(r.oid, to_regrole($1), 'usage'),
                rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                or exists (select from pg_class c
                             join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = 'public' and c.relkind in ('r', 'p')
                              and pg_has_role(r.oid, c.relowner, 'member')),
                exists (select from unnest(array['stoa_owner', 'stoa_app', 'stoa_relay',
                                                 'stoa_operator']) as other (name)
                         where name <> $1 and to_regrole(name) is not null
                           and pg_has_role(r.oid, to_regrole(name), 'member')),
                has_database_privilege(current_database(), 'temporary')
           from pg_roles r
          where rolname = current_user",
    )
    .bind(expected)
    .fetch_one(conn)
    .await?;
    Ok(if is_unconfined {
        Err(format!(
            "the role {role} owns tables or can bypass row-level security"
        ))
    } else if !is_expected {
        Err(format!("the role is {role}, and must be {expected}"))
    } else if is_other {
        Err(format!(
            "the role {role} can also act as another of Stoa's roles"
        ))
    } else if has_temporary {
        Err(format!(
            "the role {role} may create temporary tables: run \"revoke temporary on database … from \
             public\" as the owner of the database"
        ))
    } else {
        Ok(())
    })
}

fn is_plain(password: &str) -> bool {
    !password.is_empty() && password.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

async fn run(conn: &mut PgConnection, statement: String) -> Result<(), DbError> {
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(conn)
        .await?;
    Ok(())
}
