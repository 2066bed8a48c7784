using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>What roles allow (P2), by the names that roles list. Nothing is allowed that no role of the caller lists.</summary>
public static class Permissions
{
    /// <summary>Create planned events.</summary>
    public const string EventsCreate = "events.create";

    /// <summary>Edit and cancel the planned events of others.</summary>
    public const string EventsManage = "events.manage";

    /// <summary>Read and change the bookings of others.</summary>
    public const string BookingsManage = "bookings.manage";

    /// <summary>Read and confirm the payments of others.</summary>
    public const string PaymentsManage = "payments.manage";

    /// <summary>Refund payments.</summary>
    public const string PaymentsRefund = "payments.refund";

    /// <summary>Read the accounts of others with their addresses.</summary>
    public const string UsersRead = "users.read";

    /// <summary>Change, disable and erase the accounts of others.</summary>
    public const string UsersManage = "users.manage";

    /// <summary>Change roles and give them to accounts.</summary>
    public const string RolesManage = "roles.manage";

    /// <summary>Approve and remove reviews.</summary>
    public const string ReviewsModerate = "reviews.moderate";

    /// <summary>Write and send mailings.</summary>
    public const string MailingsManage = "mailings.manage";

    /// <summary>Answer support tickets.</summary>
    public const string SupportAnswer = "support.answer";

    /// <summary>Read and change the settings of the running program.</summary>
    public const string SettingsManage = "settings.manage";

    /// <summary>Read the audit log.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Read statistics.</summary>
    public const string StatisticsRead = "statistics.read";

    /// <summary>Look at the operators' console.</summary>
    public const string ConsoleRead = "console.read";

    /// <summary>Change things at the operators' console.</summary>
    public const string ConsoleAct = "console.act";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All =
    [
        EventsCreate, EventsManage, BookingsManage, PaymentsManage, PaymentsRefund, UsersRead, UsersManage, RolesManage, ReviewsModerate,
        MailingsManage, SupportAnswer, SettingsManage, AuditRead, StatisticsRead, ConsoleRead, ConsoleAct,
    ];
}
