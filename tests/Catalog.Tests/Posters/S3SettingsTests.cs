using Actors.Catalog.Posters.Stores;
using Microsoft.Extensions.Configuration;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The S3 settings and their problems.</summary>
public sealed class S3SettingsTests
{
    [Fact]
    public void Every_problem_is_named()
        => S3Settings.Problems(Of(("S3_ENDPOINT", "nowhere"), ("S3_PUBLIC_URL", "ftp://x"))).Count().ShouldBe(5);

    [Fact]
    public void Without_endpoint_there_are_no_problems() => S3Settings.Problems(Of(("S3_BUCKET", "x"))).ShouldBeEmpty();

    [Fact]
    public void Public_url_defaults_to_the_bucket()
    {
        (string, string)[] needed = [("S3_ENDPOINT", "http://s3:9000/"), ("S3_BUCKET", "posters"), ("S3_ACCESS_KEY", "a"), ("S3_SECRET_KEY", "b")];
        S3Settings.Read(Of(needed)).PublicUrl.ShouldBe("http://s3:9000/posters");
        S3Settings.Read(Of([.. needed, ("S3_PUBLIC_URL", "https://cdn.example/p/")])).PublicUrl.ShouldBe("https://cdn.example/p");
    }

    private static IConfiguration Of(params (string Name, string Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
}
