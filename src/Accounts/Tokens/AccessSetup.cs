using Actors.Core.Configuration;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.Tokens;

/// <summary>Registers token settings, the issuer and the reader.</summary>
internal static class AccessSetup
{
    /// <summary>Adds tokens. The clock must be registered separately.</summary>
    public static void AddTokens(this IHostApplicationBuilder builder, Settings settings)
    {
        var options = TokenOptions.Read(settings, builder.Environment.IsDevelopment() ? Secret : null);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Keys);
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<TokenReader>();

        string Secret() => StoredSecret(DataDirectory.Of(builder.Configuration), settings.Problems);
    }

    private static string StoredSecret(string directory, ConfigurationProblems problems)
    {
        try
        {
            return DevelopmentSecret.Of(directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add("SECRET_KEY", $"is not set, and no key can be stored in {directory}. Set it, or set DATA_DIR to a writable folder.");
            return Guid.NewGuid().ToString();
        }
    }
}
