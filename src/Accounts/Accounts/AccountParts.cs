using Actors.Accounts.Roles;
using Actors.Accounts.Sessions;
using Actors.Core.Mail;
using Actors.Persistence.Ids;

namespace Actors.Accounts.Accounts;

/// <summary>What every account's grain works with.</summary>
internal sealed record AccountParts(
    IAccountStore Store, SessionTokens Tokens, IIdSequence Ids, AccountMetrics Metrics, AccountFreshness Freshness, RolePermissions Roles, ResetLink Links, MailLanguage Language, TimeProvider Time);
