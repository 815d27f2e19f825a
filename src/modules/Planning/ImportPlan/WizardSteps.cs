namespace Shuren.Planning.ImportPlan;

/// <summary>The steps from a document to a plan.</summary>
internal static class WizardSteps
{
    public static IReadOnlyList<string> All => [ImportText.StepUpload, ImportText.StepReview, ImportText.StepAssign, ImportText.StepConfirm];
}
