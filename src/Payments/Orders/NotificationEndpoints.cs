using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Payments.Providers;
using Actors.Web.Errors;

namespace Actors.Payments.Orders;

/// <summary>Endpoints for notifications from payment providers. A module maps them to its own path and error format.</summary>
public static partial class NotificationEndpoints
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(30);

    private delegate Task<IResult> Handler(HttpContext http, IPaymentProvider provider, PaymentNotification notification);

    /// <summary>
    /// Maps the endpoint for a provider's notifications, by POST and GET. It accepts orders of every module, and answers after the order's owner has
    /// applied the payment durably.
    /// </summary>
    public static RouteHandlerBuilder MapPaymentNotifications(this IEndpointRouteBuilder routes, string path, string provider) =>
        routes.Map(path, provider, ReceiveAsync);

    /// <summary>
    /// Maps the page to which the buyer's browser returns. It shows the order's state and changes nothing, because its request does not prove a
    /// payment.
    /// </summary>
    public static RouteHandlerBuilder MapPaymentReturn(this IEndpointRouteBuilder routes, string path, string provider) =>
        routes.Map(path, provider, ReturnAsync);

    private static RouteHandlerBuilder Map(this IEndpointRouteBuilder routes, string path, string provider, Handler handle)
    {
        // Without the cast to Delegate, the routes would be missing in the API document.
        Func<HttpContext, Task<IResult>> handler = http => HandleAsync(http, provider, handle);
        return routes.MapMethods(path, [HttpMethods.Post, HttpMethods.Get], (Delegate)handler).AllowAnonymous();
    }

    private static async Task<IResult> HandleAsync(HttpContext http, string name, Handler handle)
    {
        if (http.RequestServices.GetRequiredService<PaymentProviders>().Find(name) is not { } provider)
            return ApiErrors.Result(ApiError.OfStatus(StatusCodes.Status404NotFound));
        var (notification, refusal) = await NotificationBody.ReadAsync(http);
        return refusal is null ? await handle(http, provider, notification!) : ApiErrors.Result(refusal);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, IPaymentProvider provider, PaymentNotification notification)
    {
        var reading = await provider.ReadAsync(notification, http.RequestAborted);
        if (reading.Refusal is { } refusal) return Refused(http, provider, refusal);
        if (reading.Claim is { } claim)
        {
            var answer = await http.RequestServices.GetRequiredService<OrderService>().PayAsync(claim, http.RequestAborted);
            if (answer.Refusal is { } refused) return Refused(http, provider, ErrorOf(refused));
            if (answer.Order is not { IsPaymentApplied: true }) return ApiErrors.Result(NotApplied());
        }

        return Results.Text(reading.Acknowledgement, reading.ContentType);
    }

    /// <summary>Logs only texts of this program and nothing from the request.</summary>
    private static IResult Refused(HttpContext http, IPaymentProvider provider, ApiError refusal)
    {
        var logger = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(NotificationEndpoints));
        LogRefused(logger, provider.Name, refusal.Status, refusal.IsValidation ? refusal.Faults[0].Msg : refusal.Detail);
        return ApiErrors.Result(refusal);
    }

    private static async Task<IResult> ReturnAsync(HttpContext http, IPaymentProvider provider, PaymentNotification notification)
    {
        var reading = provider.ReadReturn(notification);
        if (reading.Refusal is { } refusal) return ApiErrors.Result(refusal);
        var order = reading.Claim is { } claim
            ? await http.RequestServices.GetRequiredService<OrderService>().FindAsync(claim.OrderId, http.RequestAborted)
            : null;
        if (order is null) return ApiErrors.Result(ErrorOf(OrderRefusal.Unknown));
        http.Response.Headers.CacheControl = "no-store";
        var body = new JsonObject
        {
            ["order_id"] = order.Id.ToString(CultureInfo.InvariantCulture),
            ["status"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(order.Status.ToString()),
        };
        return Results.Text(body.ToJsonString(), "application/json");
    }

    private static ApiError ErrorOf(OrderRefusal refusal) => refusal switch
    {
        OrderRefusal.OtherAmount => Fault("OutSum", "The amount differs from the order"),
        OrderRefusal.OtherMode => Fault("IsTest", "A test payment does not pay a real order, nor vice versa"),
        OrderRefusal.OtherProvider => Fault("InvId", "The order belongs to another payment provider"),
        _ => new ApiError(StatusCodes.Status404NotFound, "Payment not found"),
    };

    private static ApiError Fault(string field, string message) => ApiError.Invalid(new Fault(["body", field], message, "value_error"));

    /// <summary>The payment is stored but not applied yet; the provider will repeat the notification.</summary>
    private static ApiError NotApplied() => ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = s_retryAfter };
}
