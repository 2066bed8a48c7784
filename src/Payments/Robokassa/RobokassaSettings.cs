using Actors.Core.Configuration;

namespace Actors.Payments.Robokassa;

/// <summary>The settings of the shop. Not a record, because a record's ToString would contain the passwords.</summary>
internal sealed class RobokassaSettings
{
    /// <summary>The accepted hash names.</summary>
    public static readonly IReadOnlyList<string> Hashes = ["md5", "sha1", "sha256", "sha384", "sha512"];

    private const string DemoLogin = "demo";
    private const string DemoPassword1 = "demo-password-1";
    private const string DemoPassword2 = "demo-password-2";

    private static readonly Uri s_defaultUrl = new("https://auth.robokassa.ru/");

    public required string Login { get; init; }

    /// <summary>Passwords of real payments; null if the shop accepts only test payments.</summary>
    public RobokassaPasswords? Real { get; init; }

    /// <summary>Passwords of test payments; null if none are accepted.</summary>
    public RobokassaPasswords? Test { get; init; }

    /// <summary>True if new orders are test payments.</summary>
    public bool IsTest { get; init; }

    public string Hash { get; init; } = "md5";

    public Uri Url { get; init; } = s_defaultUrl;

    /// <summary>True if the operator configured another URL than Robokassa's.</summary>
    public bool IsCustomUrl => Url != s_defaultUrl;

    /// <summary>Where the buyer's browser returns to; null for the default of the shop's account.</summary>
    public Uri? SuccessUrl { get; init; }

    public Uri? FailUrl { get; init; }

    public RobokassaPasswords? PasswordsOf(bool isTest) => isTest ? Test : Real;

    /// <summary>Reads the settings; null when no shop is configured.</summary>
    public static RobokassaSettings? Read(Settings settings, bool development, bool production)
    {
        var login = settings.Text("ROBOKASSA_LOGIN");
        var isTest = settings.Flag("ROBOKASSA_TEST", login is null && development);
        var read = new RobokassaSettings
        {
            Login = login ?? DemoLogin,
            IsTest = isTest,
            Real = Passwords(settings, "ROBOKASSA_PASSWORD1", "ROBOKASSA_PASSWORD2", login is not null && !isTest),
            Test = Passwords(settings, "ROBOKASSA_TEST_PASSWORD1", "ROBOKASSA_TEST_PASSWORD2", login is not null && isTest)
                ?? (login is null && development ? new RobokassaPasswords(DemoPassword1, DemoPassword2) : null),
            Hash = settings.Text("ROBOKASSA_HASH", "md5").ToLowerInvariant(),
            Url = settings.Url("ROBOKASSA_URL") is { } url ? new Uri(url.GetLeftPart(UriPartial.Authority)) : s_defaultUrl,
            SuccessUrl = settings.Url("ROBOKASSA_SUCCESS_URL"),
            FailUrl = settings.Url("ROBOKASSA_FAIL_URL"),
        };
        if (!Hashes.Contains(read.Hash)) settings.Problems.Add("ROBOKASSA_HASH", $"must be one of {string.Join(", ", Hashes)}.");
        if (login is null && (read.Real is not null || (read.Test is not null && !development)))
            settings.Problems.Add("ROBOKASSA_LOGIN", "is not set, although passwords of the shop are.");
        if (read.Real is { } real && read.Test is { } test && (real.One == test.One || real.Two == test.Two))
            settings.Problems.Add("ROBOKASSA_TEST_PASSWORD1", "and ROBOKASSA_TEST_PASSWORD2 must differ from the passwords of real payments.");
        if (production) RefuseInProduction(settings, read);
        return login is null && !development ? null : read;
    }

    private static void RefuseInProduction(Settings settings, RobokassaSettings read)
    {
        if (read.Url.Scheme != Uri.UriSchemeHttps) settings.Problems.Add("ROBOKASSA_URL", "must be an https URL in Production.");
        if (new[] { read.Real, read.Test }.Any(p => p is not null && (p.One == DemoPassword1 || p.Two == DemoPassword2)))
            settings.Problems.Add("ROBOKASSA_PASSWORD1", "and the other passwords must not be those of the demo shop in Production.");
    }

    private static RobokassaPasswords? Passwords(Settings settings, string first, string second, bool required)
    {
        var (one, two) = (settings.Text(first), settings.Text(second));
        if (one is not null && two is not null)
        {
            if (one == two) settings.Problems.Add(second, $"must differ from {first}.");
            return new RobokassaPasswords(one, two);
        }

        if (one is null && (required || two is not null)) settings.Problems.Add(first, "is not set.");
        if (two is null && (required || one is not null)) settings.Problems.Add(second, "is not set.");
        return null;
    }
}

/// <summary>The two passwords of a shop: the first signs requests through the buyer's browser, the second requests between servers.</summary>
internal sealed class RobokassaPasswords(string one, string two)
{
    public string One { get; } = one;

    public string Two { get; } = two;
}
