using Actors.TestKit;
using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.Http;

/// <summary>JSONTestSuite: valid files are parsed, invalid ones are 400 or 422, all others are below 500.</summary>
public sealed class JsonSuite
{
    private const string Folder = "corpora/json-test-suite";

    [SampleTheory("samples/" + Folder)]
    [InlineData("y_", 95)]
    [InlineData("n_", 188)]
    [InlineData("i_", 35)]
    public async Task Every_file_is_read_or_refused(string kind, int count)
    {
        var names = Samples.Names(Folder, $"{kind}*.json").ToArray();
        names.Length.ShouldBe(count);
        foreach (var name in names)
        {
            var read = await ReadAsync(Samples.Bytes($"{Folder}/{name}"));
            Judge(kind, read, name);
        }
    }

    private static void Judge(string kind, ApiError? error, string name)
    {
        switch (kind)
        {
            case "y_":
                error.ShouldBeNull(name);
                break;
            case "n_":
                (error?.Status).ShouldBeOneOf([400, 422], name);
                break;
            default:
                (error?.Status ?? 200).ShouldBeLessThan(500, name);
                break;
        }
    }

    private static async Task<ApiError?> ReadAsync(byte[] body)
    {
        var context = new DefaultHttpContext { Request = { Body = new MemoryStream(body), ContentType = "application/json" } };
        return (await JsonBody.ReadAsync(context)).Error;
    }
}
