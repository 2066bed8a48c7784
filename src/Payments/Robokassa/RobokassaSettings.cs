using Actors.Core.Configuration;

namespace Actors.Payments.Robokassa;

/// <summary>The shop at Robokassa. A class and no record: its text must not show the passwords.</summary>
internal sealed class RobokassaSettings
{
    /// <summary>The names of the hashes, as settings have them.</summary>
    public static readonly IReadOnlyList<string> Hashes = ["md5", "sha1", "sha256", "sha384", "sha512"];

    private const string DemoLogin = "demo";
    private const string DemoPassword1 = "demo-password-1";
    private const string DemoPassword2 = "demo-password-2";

    private static readonly Uri s_itself = new("https://auth.robokassa.ru/");

    public required string Login { get; init; }

    /// <summary>Passwords of real payments; null when the shop takes test payments only.</summary>
    public RobokassaPasswords? Real { get; init; }

    /// <summary>Passwords of test payments; null when none are taken.</summary>
    public RobokassaPasswords? Test { get; init; }

    /// <summary>Whether new orders are test payments.</summary>
    public bool IsTest { get; init; }

    public string Hash { get; init; } = "md5";

    public Uri Url { get; init; } = s_itself;

    /// <summary>Whether the operator named another address than Robokassa's own.</summary>
    public bool IsOwnAddress => Url != s_itself;

    /// <summary>Where the buyer is sent afterwards; null: as the shop's own settings say.</summary>
    public Uri? SuccessUrl { get; init; }

    public Uri? FailUrl { get; init; }

    public RobokassaPasswords? PasswordsOf(bool isTest) => isTest ? Test : Real;

    /// <summary>Reads the settings; null when the program has no shop.</summary>
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
            Url = settings.Url("ROBOKASSA_URL") is { } url ? new Uri(url.GetLeftPart(UriPartial.Authority)) : s_itself,
            SuccessUrl = settings.Url("ROBOKASSA_SUCCESS_URL"),
            FailUrl = settings.Url("ROBOKASSA_FAIL_URL"),
        };
        if (!Hashes.Contains(read.Hash)) settings.Problems.Add("ROBOKASSA_HASH", $"is none of {string.Join(", ", Hashes)}.");
        if (login is null && (read.Real is not null || (read.Test is not null && !development)))
            settings.Problems.Add("ROBOKASSA_LOGIN", "is not set, although passwords of the shop are.");
        if (read.Real is { } real && read.Test is { } test && (real.One == test.One || real.Two == test.Two))
            settings.Problems.Add("ROBOKASSA_TEST_PASSWORD1", "and ROBOKASSA_TEST_PASSWORD2 must differ from the passwords of real payments.");
        if (production) RefuseInProduction(settings, read);
        return login is null && !development ? null : read;
    }

    private static void RefuseInProduction(Settings settings, RobokassaSettings read)
    {
        if (read.Url.Scheme != Uri.UriSchemeHttps) settings.Problems.Add("ROBOKASSA_URL", "must be an https address in Production.");
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

/// <summary>The two passwords of a shop: the first signs what the buyer's browser carries, the second what the servers tell each other.</summary>
internal sealed class RobokassaPasswords(string one, string two)
{
    public string One { get; } = one;

    public string Two { get; } = two;
}
