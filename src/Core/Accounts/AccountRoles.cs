using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>The keys of the built-in roles. Every account is a <see cref="User"/>; the others are given.</summary>
public static class AccountRoles
{
    /// <summary>May do everything, and is an <see cref="Admin"/> as well. There is always one, once there was one.</summary>
    public const string SuperAdmin = "superadmin";

    /// <summary>May do everything but change roles.</summary>
    public const string Admin = "admin";

    /// <summary>Plans events for others.</summary>
    public const string Planner = "planner";

    /// <summary>Answers people's questions.</summary>
    public const string Support = "support";

    /// <summary>What every account is.</summary>
    public const string User = "user";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [SuperAdmin, Admin, Planner, Support, User];
}
