# The import id is always `default`, as one provider configuration stands for one cluster. Importing moves nothing.
terraform import proxlb_balance.this default
