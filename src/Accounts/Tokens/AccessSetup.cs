using Actors.Core.Accounts;
using Actors.Core.Configuration;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.Tokens;

/// <summary>Tokens: their settings, who makes and who reads them.</summary>
internal static class AccessSetup
{
    /// <summary>Adds tokens and the module's <see cref="IAccess"/>. The clock comes from elsewhere.</summary>
    public static void AddTokens(this IHostApplicationBuilder builder, Settings settings)
    {
        var options = TokenOptions.Read(settings, builder.Environment.IsDevelopment() ? Secret : null);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Keys);
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<TokenReader>();

        string Secret() => KeptSecret(DataDirectory.Of(builder.Configuration), settings.Problems);
    }

    private static string KeptSecret(string directory, ConfigurationProblems problems)
    {
        try
        {
            return DevelopmentSecret.Of(directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add("SECRET_KEY", $"is not set, and none can be kept in {directory}. Set it, or set DATA_DIR to a folder that can be written.");
            return Guid.NewGuid().ToString();
        }
    }
}
