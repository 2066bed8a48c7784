using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>The permissions that a role can contain (P2). A caller has the permissions of all its roles and no others.</summary>
public static class Permissions
{
    /// <summary>Create planned events.</summary>
    public const string EventsCreate = "events.create";

    /// <summary>Edit and cancel planned events of other accounts.</summary>
    public const string EventsManage = "events.manage";

    /// <summary>Read and change bookings of other accounts.</summary>
    public const string BookingsManage = "bookings.manage";

    /// <summary>Read and confirm payments of other accounts.</summary>
    public const string PaymentsManage = "payments.manage";

    /// <summary>Refund payments.</summary>
    public const string PaymentsRefund = "payments.refund";

    /// <summary>Read other accounts, including e-mail addresses.</summary>
    public const string UsersRead = "users.read";

    /// <summary>Change, disable and erase other accounts.</summary>
    public const string UsersManage = "users.manage";

    /// <summary>Change roles and assign them to accounts.</summary>
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

    /// <summary>View the operators' console.</summary>
    public const string ConsoleRead = "console.read";

    /// <summary>Use the actions of the operators' console.</summary>
    public const string ConsoleAct = "console.act";

    /// <summary>All permissions.</summary>
    public static readonly ImmutableArray<string> All =
    [
        EventsCreate, EventsManage, BookingsManage, PaymentsManage, PaymentsRefund, UsersRead, UsersManage, RolesManage, ReviewsModerate,
        MailingsManage, SupportAnswer, SettingsManage, AuditRead, StatisticsRead, ConsoleRead, ConsoleAct,
    ];
}
