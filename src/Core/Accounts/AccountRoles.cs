using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>The keys of the built-in roles. Every account has <see cref="User"/>; operators assign the others.</summary>
public static class AccountRoles
{
    /// <summary>May do everything; includes <see cref="Admin"/>. The last account with this role cannot lose it.</summary>
    public const string SuperAdmin = "superadmin";

    /// <summary>May do everything but change roles.</summary>
    public const string Admin = "admin";

    /// <summary>Plans events.</summary>
    public const string Planner = "planner";

    /// <summary>Answers support questions.</summary>
    public const string Support = "support";

    /// <summary>The role of every account.</summary>
    public const string User = "user";

    /// <summary>All built-in role keys.</summary>
    public static readonly ImmutableArray<string> All = [SuperAdmin, Admin, Planner, Support, User];
}
