using System.Text;
using Actors.Core.Configuration;
using Actors.Hosting;
using Actors.Hosting.Startup;
using Actors.Silo.Demo;
using Actors.Web.Listeners;

namespace Actors.Silo.Home;

/// <summary>The page at <c>/</c> of the combined listener, with links to everything.</summary>
internal static class HomeEndpoint
{
    private const string File = "home.html";

    /// <summary>Maps the page.</summary>
    public static IEndpointConventionBuilder MapHome(this WebApplication app)
    {
        var template = HtmlTemplate.Load(File);
        var policy = $"default-src 'none'; style-src {template.StyleSource()}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var services = app.Services;
        var page = new HomePage(
            ProgramVersion.Current, app.Environment.EnvironmentName, MembershipSetting.Of(app.Configuration),
            services.GetRequiredService<ListenerPlan>(), services.FindDashboard(), services.GetService<DemoAddress>()?.Url);
        return app.MapGet("/", context => WriteAsync(context, template, page, policy))
            .ForRoles(ListenerPlan.Combined).ExcludeFromDescription();
    }

    private static async Task WriteAsync(HttpContext context, HtmlTemplate template, HomePage page, string policy)
    {
        var (request, response) = (context.Request, context.Response);
        var bytes = Encoding.UTF8.GetBytes(template.Render(page.Values($"{request.Scheme}://{request.Host}", request.Host.Host)));
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        // The page contains the address of the request.
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
