"""How the deployment itself is: for metrics, alerts, the doctor and the console."""
