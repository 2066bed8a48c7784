using Actors.Accounts.Tokens;
using Actors.Core.Configuration;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;

namespace Actors.Accounts.Tests.Tokens;

public sealed class TokenSettings
{
    private const string Strong = "Qv3nB0x7Zk9wLr2TfYp5HsJd8MgCeAu1XiNo6EtVqWbK4DjP";

    [Theory]
    [InlineData(null, "is required")]
    [InlineData("", "is required")]
    [InlineData("change_me", "shorter than 32 bytes")]
    [InlineData("Qv3nB0x7Zk9wLr2TfYp5HsJd8MgCeAu", "shorter than 32 bytes")]
    [InlineData("change_me_change_me_change_me_change_me", "placeholder")]
    [InlineData("please-change-this-secret-key-in-production", "placeholder")]
    [InlineData("your-super-secret-jwt-key-here-1234567890", "placeholder")]
    [InlineData("django-insecure-8w!x@k2#p$z&v*m9q^r5t7y1u3i", "placeholder")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "placeholder")]
    [InlineData("abababababababababababababababababababab", "placeholder")]
    public void Outside_Development_a_missing_or_weak_key_is_refused(string? secret, string because)
    {
        var (_, problems) = Read(null, ("SECRET_KEY", secret));

        var problem = problems.All.ShouldHaveSingleItem();
        (problem.Setting, problem.Sentence.Contains(because, StringComparison.Ordinal)).ShouldBe(("SECRET_KEY", true), problem.Sentence);
        (secret is { Length: > 3 } && problem.Sentence.Contains(secret, StringComparison.Ordinal)).ShouldBeFalse("a secret is not repeated");
    }

    [Fact]
    public void Outside_Development_weak_previous_keys_are_refused()
    {
        var (_, problems) = Read(null, ("SECRET_KEY", Strong), ("SECRET_KEY_PREVIOUS", "change_me"));

        problems.All.ShouldHaveSingleItem().Setting.ShouldBe("SECRET_KEY_PREVIOUS");
    }

    [Fact]
    public void Strong_keys_are_accepted()
    {
        var previous = string.Concat(Strong.Reverse());
        var (options, problems) = Read(null, ("SECRET_KEY", Strong), ("SECRET_KEY_PREVIOUS", previous), ("ALGORITHM", "HS256"));

        problems.None.ShouldBeTrue();
        options.Keys.Current.Id.ShouldBe(new SigningKeys(Strong).Current.Id);
        options.Keys.Find(new SigningKeys(previous).Current.Id).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS512")]
    [InlineData("hs256")]
    [InlineData("RS256")]
    public void Only_HS256_is_accepted(string algorithm) =>
        Read(() => Strong, ("ALGORITHM", algorithm)).Problems.All.ShouldHaveSingleItem().Setting.ShouldBe("ALGORITHM");

    [Fact]
    public void Lifetimes_come_from_the_settings()
    {
        var (options, problems) = Read(() => Strong, ("ACCESS_TOKEN_EXPIRE_MINUTES", "5"), ("REFRESH_TOKEN_EXPIRE_DAYS", "2"));
        var (usual, _) = Read(() => Strong);

        problems.None.ShouldBeTrue();
        (options.AccessLifetime, options.RefreshLifetime).ShouldBe((TimeSpan.FromMinutes(5), TimeSpan.FromDays(2)));
        (usual.AccessLifetime, usual.RefreshLifetime).ShouldBe((TimeSpan.FromMinutes(1440), TimeSpan.FromDays(30)));
        Read(() => Strong, ("ACCESS_TOKEN_EXPIRE_MINUTES", "0"), ("REFRESH_TOKEN_EXPIRE_DAYS", "-1")).Problems.All.Count.ShouldBe(2);
    }

    [Fact]
    public void In_Development_a_key_is_generated_and_stored()
    {
        using var folder = new TempFolder("secret");
        var directory = folder.Combine("data");

        var secret = DevelopmentSecret.Of(directory);

        DevelopmentSecret.Of(directory).ShouldBe(secret);
        DevelopmentSecret.Of(folder.Combine("other")).ShouldNotBe(secret);
        SecretStrength.Fault(secret).ShouldBeNull();
        new FileInfo(Directory.GetFiles(directory).ShouldHaveSingleItem()).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void In_Development_a_given_key_is_used() =>
        Read(() => throw new InvalidOperationException("none is needed"), ("SECRET_KEY", "change_me")).Problems.None.ShouldBeTrue();

    private static (TokenOptions Options, ConfigurationProblems Problems) Read(Func<string>? development, params (string Name, string? Value)[] values)
    {
        var problems = new ConfigurationProblems();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, value.Value))).Build();
        return (TokenOptions.Read(new Settings(configuration, problems), development), problems);
    }
}
