using Actors.Accounts.Roles;
using Actors.Accounts.Sessions;
using Actors.Core.Mail;
using Actors.Persistence.Ids;

namespace Actors.Accounts.Accounts;

/// <summary>The dependencies of account grains.</summary>
internal sealed record AccountParts(
    IAccountStore Store, SessionTokens Tokens, IIdSequence Ids, AccountMetrics Metrics, AccountFreshness Freshness, RolePermissions Roles, ResetLink Links, MailLanguage Language, TimeProvider Time);
